import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import type { FailureCode } from '#shared/failure'
import { usePlatform } from '../hooks'
import { Button } from '../kit/Button'

/** Tells of the damaged files that repairs have kept beside the board: they still hold the words. */
export function DamagedBeside({
  path,
  names,
  isLater = false,
}: {
  path: string
  names: readonly string[]
  /** They can be deleted when the words have gone from the board. */
  isLater?: boolean
}) {
  const { t } = useTranslation()
  const { desktop } = usePlatform()
  const [state, setState] = useState<'asking' | 'deleting' | 'deleted' | FailureCode>('asking')
  const remove = async () => {
    if (!desktop || state === 'deleting') return
    setState('deleting')
    const done = await desktop.removeDamaged(path, names)
    setState(done.ok ? 'deleted' : done.failure.code)
  }
  const count = names.length
  return (
    <section>
      <h3>{t('purge.damaged', { count })}</h3>
      {state === 'deleted' ? (
        <p role="status">{t('purge.damagedGone', { count })}</p>
      ) : (
        <>
          <p>{t('purge.damagedLead', { count })}</p>
          <ul className="purge-copies">
            {names.map((name) => (
              <li key={name}>
                <bdi className="purge-count">{name}</bdi>
              </li>
            ))}
          </ul>
          {state !== 'asking' && state !== 'deleting' && <p role="alert">{t(`failures.${state}`)}</p>}
          {isLater ? (
            <p>{t('purge.damagedLater')}</p>
          ) : (
            <Button
              className="purge-damaged"
              tone="danger"
              aria-disabled={state === 'deleting'}
              onClick={() => void remove()}
            >
              {t('purge.damagedDelete', { count })}
            </Button>
          )}
        </>
      )}
    </section>
  )
}
