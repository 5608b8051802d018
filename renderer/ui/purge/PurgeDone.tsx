import { CircleAlert, CircleCheck } from 'lucide-react'
import { useTranslation } from 'react-i18next'
import type { FailureCode } from '#shared/failure'
import type { Purged } from '#shared/ipc/contract'
import { Icon } from '../kit/Icon'
import { Copies } from './PurgeLists'

/** Says what a purge did, and what is left to do by hand. */
export function PurgeDone({ purged: { versions, exports, owed } }: { purged: Purged }) {
  const { t } = useTranslation()
  return (
    <div className="purge" role={owed === null ? 'status' : 'alert'}>
      {owed === null ? (
        <>
          <p className="purge-result">
            <Icon of={CircleCheck} />
            <span>{t('purge.done')}</span>
          </p>
          <p>{t('purge.doneVersions', { count: versions })}</p>
        </>
      ) : (
        <>
          <p className="purge-result purge-result-failed">
            <Icon of={CircleAlert} />
            <span>{t('purge.owed')}</span>
          </p>
          <p>{t(`failures.${owed}`)}</p>
        </>
      )}
      <section>
        <h3>{t('purge.copies')}</h3>
        <Copies copies={exports} />
      </section>
    </div>
  )
}

/** Says that a purge was not begun. */
export function PurgeFailed({ code }: { code: FailureCode }) {
  const { t } = useTranslation()
  return (
    <div className="purge" role="alert">
      <p className="purge-result purge-result-failed">
        <Icon of={CircleAlert} />
        <span>{t('purge.failed')}</span>
      </p>
      <p>{t(`failures.${code}`)}</p>
    </div>
  )
}
