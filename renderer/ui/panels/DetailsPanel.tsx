import { useTranslation } from 'react-i18next'
import { tintCards } from '#shared/board/actions/cards'
import type { Card } from '#shared/board/schema'
import { TintSwatches } from '../board/TintMenu'
import { useSelectedCards, useSession, useSignal } from '../hooks'
import { nameOfKind } from '../kindNames'
import { CardDetails } from './CardDetails'
import './panels.css'

/** Everything about the selected card, or what several have in common. */
export function DetailsPanel() {
  const { t } = useTranslation()
  const cards = useSelectedCards()
  const [first] = cards
  if (!first)
    return (
      <div className="panel-empty">
        <p>{t('details.none')}</p>
      </div>
    )
  return cards.length === 1 ? <CardDetails key={first.id} card={first} /> : <SeveralCards cards={cards} />
}

function SeveralCards({ cards }: { cards: readonly Card[] }) {
  const { t } = useTranslation()
  const session = useSession()
  const canWrite = useSignal(session.canWrite)
  const kinds = new Map<string, number>()
  for (const { type } of cards) kinds.set(type, (kinds.get(type) ?? 0) + 1)
  return (
    <div className="details">
      <h2>{t('details.several', { count: cards.length })}</h2>
      <ul>
        {[...kinds].map(([type, count]) => (
          <li key={type}>{t('details.ofKind', { kind: nameOfKind(t, type), count })}</li>
        ))}
      </ul>
      {canWrite && (
        <section className="details-part">
          <h3>{t('details.tint')}</h3>
          <TintSwatches
            label={t('details.tint')}
            tint={null}
            onChoose={(tint) =>
              tintCards(
                session.writer,
                cards.filter(({ locked }) => !locked).map(({ id }) => id),
                tint,
              )
            }
          />
        </section>
      )}
    </div>
  )
}
