import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { useSession } from '../hooks'
import { Button } from '../kit/Button'
import { Dialog } from '../kit/Dialog'

/** The two ends of a round, for whoever leads the room: with its outcome, or without any once that is confirmed. */
export function EndRound({
  round,
  end,
  lost,
  isLast = true,
  isReady = true,
  at,
}: {
  round: string
  end: string
  /** What is lost without an outcome. */
  lost: string
  /** False while the round has more steps: ending it is not the next thing to do. */
  isLast?: boolean
  /** False while ending it would come to nothing. */
  isReady?: boolean
  /** Around what point of the wall the outcome is wanted, in world units. */
  at?: () => readonly [number, number]
}) {
  const { t } = useTranslation()
  const { rounds } = useSession().replica
  const [isAsking, setAsking] = useState(false)
  return (
    <>
      <Button
        tone={isLast ? 'primary' : 'plain'}
        disabled={!isReady}
        onClick={() => {
          const wanted = at?.()
          rounds.order({ do: 'end', round, ...(wanted ? { at: [wanted[0], wanted[1]] as const } : {}) })
        }}
      >
        {end}
      </Button>
      <Button tone="quiet" onClick={() => setAsking(true)}>
        {t('rounds.cancel')}
      </Button>
      {isAsking && (
        <Dialog title={t('rounds.cancelTitle')} onClose={() => setAsking(false)}>
          <p>{lost}</p>
          <div className="dialog-foot">
            <Button data-first onClick={() => setAsking(false)}>
              {t('rounds.goOn')}
            </Button>
            <Button tone="danger" onClick={() => rounds.order({ do: 'cancel', round })}>
              {t('rounds.cancelDo')}
            </Button>
          </div>
        </Dialog>
      )}
    </>
  )
}
