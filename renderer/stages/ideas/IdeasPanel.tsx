import { Lightbulb, Vote } from 'lucide-react'
import { useTranslation } from 'react-i18next'
import { toggleVote } from '#shared/board/actions/votes'
import { useRecords, useSession, useSignal } from '../../ui/hooks'
import { Icon } from '../../ui/kit/Icon'
import { OneLine } from '../OneLine'
import { addBeside, addInView, showCard } from '../wallCards'
import { ideasByQuestion, type VotedIdea } from './ideasByQuestion'
import '../stages.css'
import './ideas.css'

/** The ideas under the questions they answer, those with most votes first. */
export function IdeasPanel() {
  const { t } = useTranslation()
  const session = useSession()
  const groups = ideasByQuestion(useRecords('cards'), useRecords('votes'), useRecords('outcomes'))
  const canWrite = useSignal(session.canWrite)
  const idea = { type: 'idea', tint: 'mint', stage: 'ideas' } as const
  return (
    <section className="stage-panel" aria-label={t('stages.ideas')}>
      <h2>{t('ideas.title')}</h2>
      {groups.length === 0 && (
        <div className="stage-empty">
          <Icon of={Lightbulb} size={32} />
          <p>{t('ideas.empty')}</p>
        </div>
      )}
      {groups.map(({ question, ideas }) => (
        <section key={question?.id ?? ''} className="idea-group">
          <h3>
            {question ? (
              <button type="button" className="idea-question" onClick={() => showCard(session, question.id)}>
                <span dir="auto">{question.text}</span>
              </button>
            ) : (
              t('ideas.others')
            )}
          </h3>
          <ul>
            {ideas.map((idea) => (
              <IdeaItem key={idea.card.id} idea={idea} />
            ))}
          </ul>
          {canWrite && question && (
            <OneLine
              isInline
              label={t('ideas.write')}
              action={t('ideas.add')}
              onWrite={(text) =>
                addBeside(session, { ...idea, text, from: [question.id], size: [280, 160, 0] }, question.id)
              }
            />
          )}
        </section>
      ))}
      {canWrite && groups.every(({ question }) => question === null) && (
        <OneLine
          isInline
          label={t('ideas.write')}
          action={t('ideas.add')}
          onWrite={(text) => addInView(session, { ...idea, text, size: [280, 160, 0] })}
        />
      )}
    </section>
  )
}

function IdeaItem({ idea: { card, voters, votes } }: { idea: VotedIdea }) {
  const { t } = useTranslation()
  const session = useSession()
  const me = useSignal(session.replica.me)?.person
  const canWrite = useSignal(session.canWrite)
  const isMine = me !== undefined && voters.includes(me)
  const text = card.text || t('kinds.idea')
  return (
    <li className="idea-item">
      <button type="button" className="stage-link" onClick={() => showCard(session, card.id)}>
        <span dir="auto">{text}</span>
      </button>
      <button
        type="button"
        className="vote"
        aria-pressed={isMine}
        aria-label={`${t('ideas.voteFor', { idea: text })}, ${t('details.voteCount', { count: votes })}`}
        disabled={!canWrite}
        onClick={() => {
          session.undo.mark()
          toggleVote(session.writer, card.id)
        }}
      >
        <Icon of={Vote} size={18} />
        <span>{votes}</span>
      </button>
    </li>
  )
}
