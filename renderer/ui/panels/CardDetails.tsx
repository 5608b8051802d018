import { BookOpen } from 'lucide-react'
import { useTranslation } from 'react-i18next'
import { tintCards, writeCard } from '#shared/board/actions/cards'
import { changeStamp } from '#shared/board/actions/stamps'
import { passageOf } from '#shared/board/actions/stories'
import { toggleVote } from '#shared/board/actions/votes'
import { dotsOfVotes } from '#shared/board/outcomes'
import type { Card } from '#shared/board/schema'
import { kindOf } from '#shared/cards/kinds'
import { TintSwatches } from '../board/TintMenu'
import { useRecord, useRecords, useSession, useSignal } from '../hooks'
import { nameOfKind } from '../kindNames'
import { Button } from '../kit/Button'
import { localeOf } from '../language'
import { Reactions } from '../marks/Reactions'
import { SignChoice } from '../marks/SignChoice'
import { ConnectorDetails } from './ConnectorDetails'
import { InsightDetails } from './InsightDetails'
import { LinkDetails } from './LinkDetails'
import { RecordDetails } from './RecordDetails'
import { ShapeDetails } from './ShapeDetails'
import { ThreadLinks } from './ThreadLinks'
import { Writing } from './Writing'

/** One card: its words, why it matters, where it came from and what came of it. */
export function CardDetails({ card }: { card: Card }) {
  const { t, i18n } = useTranslation()
  const session = useSession()
  const canWrite = useSignal(session.canWrite)
  const isSilent = useSignal(session.isSilent)
  const mayChange = canWrite && !card.locked
  const isMark = kindOf(card.type).isMark === true
  const author = useRecord('people', card.made.by)
  const votes = useRecords('votes').filter((vote) => vote.card === card.id)
  const dots = dotsOfVotes(useRecords('outcomes')).get(card.id) ?? 0
  const me = session.replica.me.get()?.person
  const time = new Intl.DateTimeFormat(localeOf(i18n.language), { dateStyle: 'medium', timeStyle: 'short' })
  return (
    <div className="details">
      <header>
        <h2>{nameOfKind(t, card.type)}</h2>
        {card.made.at > 0 && !isSilent && (
          <p className="details-made">
            {t('details.by', {
              name: isolated(author?.name || t('details.anonymous')),
              time: isolated(time.format(card.made.at)),
            })}
          </p>
        )}
        {canWrite && card.locked && <p className="details-made">{t('tools.isLocked')}</p>}
      </header>
      <RecordDetails card={card} mayChange={mayChange} />
      {kindOf(card.type).isWritten && (
        <Writing
          label={t(wordsLabel(card.type))}
          {...(card.type === 'image' ? { hint: t('details.captionHint') } : {})}
          text={card.text}
          canWrite={mayChange}
          onWrite={(text) => writeCard(session.writer, card.id, text)}
        />
      )}
      {card.type === 'insight' && <InsightDetails card={card} />}
      {card.type === 'link' && <LinkDetails link={card.link} />}
      {card.type === 'connector' && <ConnectorDetails card={card} />}
      {card.type === 'shape' && <ShapeDetails card={card} />}
      {card.highlight !== null && <Source highlight={card.highlight} />}
      {mayChange && (
        <section className="details-part">
          <h3>{t('details.tint')}</h3>
          <TintSwatches
            label={t('details.tint')}
            tint={card.tint}
            onChoose={(tint) => tintCards(session.writer, [card.id], tint)}
          />
        </section>
      )}
      {!isMark && !isSilent && (
        <section className="details-part details-votes">
          <h3>{t('details.votes')}</h3>
          <p>{t('details.voteCount', { count: votes.length + dots })}</p>
          {canWrite && (
            <Button onClick={() => toggleVote(session.writer, card.id)}>
              {votes.some(({ by }) => by === me) ? t('tools.voteTake') : t('tools.vote')}
            </Button>
          )}
        </section>
      )}
      {!isMark && !isSilent && (
        <section className="details-part">
          <h3>{t('details.reactions')}</h3>
          <Reactions cards={[card.id]} />
        </section>
      )}
      {card.type === 'stamp' && mayChange && (
        <SignChoice
          label={t('signs.choose')}
          chosen={card.sign}
          onChoose={(sign) => changeStamp(session.writer, card.id, sign)}
        />
      )}
      <ThreadLinks card={card} />
    </div>
  )
}

/** What the words of a card are on one of this kind. */
function wordsLabel(type: string) {
  if (type === 'insight') return 'details.noticed'
  if (type === 'image') return 'details.caption'
  return type === 'link' ? 'details.linkTitle' : 'details.text'
}

/** Words of another direction inside a sentence, which they must not turn round. */
const isolated = (words: string): string => `\u2068${words}\u2069`

function Source({ highlight: id }: { highlight: string }) {
  const { t } = useTranslation()
  const session = useSession()
  const highlight = useRecord('highlights', id)
  const story = useRecord('stories', highlight?.story ?? null)
  const passage = highlight && passageOf(session.replica.doc, highlight)
  return (
    <section className="details-part">
      <h3>{t('details.source')}</h3>
      {passage ? (
        <blockquote className="details-quote" dir="auto">
          {passage.quote}
        </blockquote>
      ) : (
        <p>{t('details.quoteGone')}</p>
      )}
      {story && (
        <Button
          icon={BookOpen}
          onClick={() => session.focus.set({ kind: 'story', story: story.id, highlight: id })}
        >
          <span className="unseen">{t('details.openStory')}: </span>
          <bdi>{story.title}</bdi>
        </Button>
      )}
    </section>
  )
}
