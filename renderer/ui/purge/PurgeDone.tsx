import { CircleAlert, CircleCheck } from 'lucide-react'
import type { ReactNode } from 'react'
import { useTranslation } from 'react-i18next'
import type { FailureCode } from '#shared/failure'
import type { Purged } from '#shared/ipc/contract'
import { Icon } from '../kit/Icon'
import { DamagedBeside } from './DamagedBeside'
import { Copies } from './PurgeLists'

/** Says what a purge did, and what is left to do by hand; `children` is what stays on the board. */
export function PurgeDone({
  path,
  purged: { versions, mentioning, exports, owed },
  damaged,
  children,
}: {
  path: string
  purged: Purged
  /** The names of damaged files beside the board. */
  damaged: readonly string[]
  children: ReactNode
}) {
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
          {mentioning > 0 && <p>{t('purge.mentioning', { count: mentioning })}</p>}
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
      {children}
      {damaged.length > 0 && <DamagedBeside path={path} names={damaged} />}
      <section>
        <h3>{t('purge.copies')}</h3>
        <Copies copies={exports.filter(({ name }) => !damaged.includes(name))} />
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
