import { CircleAlert, CircleCheck } from 'lucide-react'
import { useTranslation } from 'react-i18next'
import type { FailureCode } from '#shared/failure'
import type { Purged } from '#shared/ipc/contract'
import { Icon } from '../kit/Icon'
import { Copies } from './PurgeLists'

/** Says what a purge did, and what is left to do by hand. */
export function PurgeDone({ purged, failure }: { purged: Purged | null; failure: FailureCode | null }) {
  const { t } = useTranslation()
  if (!purged)
    return (
      <div className="purge" role="alert">
        <p className="purge-result purge-result-failed">
          <Icon of={CircleAlert} />
          <span>{t('purge.owed')}</span>
        </p>
        {failure && <p>{t(`failures.${failure}`)}</p>}
      </div>
    )
  return (
    <div className="purge" role="status">
      <p className="purge-result">
        <Icon of={CircleCheck} />
        <span>{t('purge.done')}</span>
      </p>
      <p>{t('purge.doneVersions', { count: purged.versions })}</p>
      <section>
        <h3>{t('purge.copies')}</h3>
        <Copies copies={purged.exports} />
      </section>
    </div>
  )
}
