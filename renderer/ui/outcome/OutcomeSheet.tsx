import { ListOrdered } from 'lucide-react'
import { useTranslation } from 'react-i18next'
import { deleteOutcome, putBackOutcome, showOutcome } from '#shared/board/actions/outcomes'
import type { Outcome } from '#shared/board/schema'
import { showCard } from '../../stages/wallCards'
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
      icon={ListOrdered}
      title={outcome.question || t('vote.result')}
      putAway={t('rounds.toWall')}
      pill={t('vote.result')}
      foot={
        isLeading &&
        isWriter && (
          <>
            <Button tone="primary" onClick={() => showOutcome(writer, null)}>
              {t('vote.stopShowing')}
            </Button>
            <Button tone="quiet" onClick={take}>
              {t('vote.takeOff')}
            </Button>
          </>
        )
      }
    >
      <p role="status">{t('vote.tookPart', { count: outcome.people })}</p>
      <VoteResult outcome={outcome} onCard={(card) => showCard(session, card)} />
    </RoundSheet>
  )
}
