import { Minus, Plus, Vote } from 'lucide-react'
import { useTranslation } from 'react-i18next'
import type { ShownOf } from '#shared/room/round'
import { useSession, useSignal } from '../hooks'
import { IconButton } from '../kit/Button'
import { EndRound } from '../rounds/EndRound'
import { RoundSheet } from '../rounds/RoundSheet'
import { useBallot } from './useBallot'
import { VotedCard } from './VotedCard'
import './vote.css'

/** A vote under way: a person's own dots, or how many have voted for whoever leads the room. */
export function VoteSheet({ round, shown }: { round: string; shown: ShownOf<'vote'> }) {
  const { t } = useTranslation()
  const { replica, canWrite } = useSession()
  const isLeading = useSignal(replica.me)?.role === 'facilitator'
  const isWriter = useSignal(canWrite)
  const title = shown.question || t('vote.title')
  const count = t('vote.voted', { count: shown.voted })
  if (isLeading || !isWriter)
    return (
      <RoundSheet
        icon={Vote}
        title={title}
        putAway={t('rounds.toWall')}
        pill={count}
        foot={isLeading && <EndRound round={round} end={t('vote.count')} lost={t('vote.lost')} />}
      >
        <p className="vote-left" role="status">
          {count}
        </p>
        <p className="field-note">{t('vote.rules', { count: shown.dots, most: shown.most })}</p>
        <ul className="vote-cards">
          {shown.cards.map((card) => (
            <li key={card}>
              <VotedCard id={card} />
            </li>
          ))}
        </ul>
      </RoundSheet>
    )
  return <Ballot title={title} shown={shown} />
}

function Ballot({ title, shown }: { title: string; shown: ShownOf<'vote'> }) {
  const { t } = useTranslation()
  const ballot = useBallot(shown)
  const left = t('vote.left', { count: ballot.left })
  return (
    <RoundSheet
      icon={Vote}
      title={title}
      putAway={t('rounds.toWall')}
      pill={left}
      foot={<p className="field-note">{t('vote.sealed')}</p>}
    >
      <p className="vote-left" role="status">
        {left}
      </p>
      <p className="field-note">{t('vote.mostOnOne', { count: shown.most })}</p>
      <ul className="vote-cards">
        {shown.cards.map((card) => (
          <li key={card}>
            <VotedCard id={card}>
              {(words) => {
                const given = ballot.on(card)
                return (
                  <span className="vote-row">
                    <IconButton
                      icon={Minus}
                      hint="above"
                      label={t('vote.takeDot', { card: words })}
                      data-hint={t('vote.dotBack')}
                      disabled={given === 0}
                      onClick={() => ballot.put(card, given - 1)}
                    />
                    <output className={given > 0 ? 'vote-dots vote-given' : 'vote-dots'}>{given}</output>
                    <IconButton
                      icon={Plus}
                      hint="above"
                      label={t('vote.putDot', { card: words })}
                      data-hint={t('vote.giveDot')}
                      disabled={!ballot.mayAdd(card)}
                      onClick={() => ballot.put(card, given + 1)}
                    />
                  </span>
                )
              }}
            </VotedCard>
          </li>
        ))}
      </ul>
    </RoundSheet>
  )
}
