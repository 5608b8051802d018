import { useTranslation } from 'react-i18next'
import { useSession, useSignal } from '../hooks'
import { EndRound } from './EndRound'
import { MoreTime } from './MoreTime'
import { useCounts } from './useCounts'

/** How much is written, and what there is to order: the reveal, more time, or to stop without. */
export function WritingLead() {
  const { t } = useTranslation()
  const { replica, camera } = useSession()
  const round = useSignal(replica.rounds.running)
  const counts = useCounts()
  if (round?.shown.kind !== 'writing') return null
  return (
    <div className="writing-lead">
      <p className="writing-counts">{counts}</p>
      <div className="rounds-running">
        <EndRound
          round={round.id}
          end={t(round.shown.cards > 0 ? 'writing.reveal' : 'writing.end')}
          lost={t('writing.cancelWords')}
          at={() => {
            const { x, y } = camera.view.get()
            return [x, y]
          }}
        />
        <MoreTime />
      </div>
    </div>
  )
}
