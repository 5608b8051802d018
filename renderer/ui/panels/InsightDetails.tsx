import { useTranslation } from 'react-i18next'
import { explainCard, quoteOnCard, weighCard } from '#shared/board/actions/cards'
import type { Card } from '#shared/board/schema'
import { CONFIDENCES } from '#shared/board/vocabulary'
import { useRecord, useSession, useSignal } from '../hooks'
import { Choice } from '../kit/Field'
import { Writing } from './Writing'

/** What belongs to an insight only: words that are in no story, why it matters, and how sure the room is. */
export function InsightDetails({ card }: { card: Card }) {
  const { t } = useTranslation()
  const { writer, canWrite, undo } = useSession()
  const isWriter = useSignal(canWrite) && !card.locked
  const highlight = useRecord('highlights', card.highlight)
  const options = CONFIDENCES.map((value) => ({ value, label: t(`confidence.${value || 'unsaid'}`) }))
  return (
    <>
      {!highlight && (
        <Writing
          label={t('details.quote')}
          text={card.quote}
          canWrite={isWriter}
          onWrite={(quote) => quoteOnCard(writer, card.id, quote)}
        />
      )}
      <Writing
        label={t('details.why')}
        text={card.why}
        canWrite={isWriter}
        onWrite={(why) => explainCard(writer, card.id, why)}
      />
      {isWriter ? (
        <Choice
          legend={t('details.confidence')}
          options={options}
          value={card.confidence}
          onChoose={(confidence) => {
            undo.mark()
            weighCard(writer, card.id, confidence)
          }}
        />
      ) : (
        card.confidence !== '' && (
          <section className="details-part">
            <h3>{t('details.confidence')}</h3>
            <p>{t(`confidence.${card.confidence}`)}</p>
          </section>
        )
      )}
    </>
  )
}
