import { ListOrdered, Smile } from 'lucide-react'
import { useTranslation } from 'react-i18next'
import { deleteOutcome, putBackOutcome, showOutcome } from '#shared/board/actions/outcomes'
import type { Outcome } from '#shared/board/schema'
import { showCard } from '../../stages/wallCards'
import { EnergyResult } from '../energy/EnergyResult'
import { useSession, useSignal } from '../hooks'
import { Button } from '../kit/Button'
import { useNotices } from '../kit/notices'
import { RoundSheet } from '../rounds/RoundSheet'
import { useOutcome } from './useOutcome'
import { VoteResult } from './VoteResult'

/** What came of the round before, on everybody's screen until whoever leads the room has seen enough of it. */
export function OutcomeSheet() {
  const outcome = useOutcome()
  return outcome ? <Shown key={outcome.id} outcome={outcome} /> : null
}

function Shown({ outcome }: { outcome: Outcome }) {
  const { t } = useTranslation()
  const session = useSession()
  const { replica, writer, undo } = session
  const notices = useNotices()
  const isVote = outcome.round === 'vote'
  const title = outcome.question || t(isVote ? 'vote.result' : 'energy.result')
  const isLeading = useSignal(replica.me)?.role === 'facilitator'
  const isWriter = useSignal(session.canWrite)
  const take = () => {
    undo.mark()
    showOutcome(writer, null)
    deleteOutcome(writer, outcome.id)
    notices.say({
      words: t('vote.taken'),
      action: { label: t('vote.putBack'), run: () => putBackOutcome(writer, outcome.id) },
    })
  }
  return (
    <RoundSheet
      icon={isVote ? ListOrdered : Smile}
      title={title}
      putAway={t('rounds.toWall')}
      pill={title}
      foot={
        isLeading &&
        isWriter && (
          <>
            <Button tone="primary" onClick={() => showOutcome(writer, null)}>
              {t('vote.stopShowing')}
            </Button>
            {isVote && (
              <Button tone="quiet" onClick={take}>
                {t('vote.takeOff')}
              </Button>
            )}
          </>
        )
      }
    >
      {isVote ? (
        <>
          <p role="status">{t('vote.tookPart', { count: outcome.people })}</p>
          <VoteResult outcome={outcome} onCard={(card) => showCard(session, card)} />
        </>
      ) : (
        <EnergyResult outcome={outcome} />
      )}
    </RoundSheet>
  )
}
