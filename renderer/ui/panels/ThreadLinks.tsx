import { CornerDownLeft, CornerDownRight } from 'lucide-react'
import { useTranslation } from 'react-i18next'
import type { Card } from '#shared/board/schema'
import { showCard } from '../../stages/wallCards'
import { useRecords, useSession } from '../hooks'
import { nameOfKind } from '../kindNames'
import { Icon } from '../kit/Icon'

/** The cards this one came from, the theme it is in, and the cards that came of it. */
export function ThreadLinks({ card }: { card: Card }) {
  const { t } = useTranslation()
  const cards = useRecords('cards')
  const byId = new Map(cards.map((one) => [one.id, one]))
  const from = card.from.flatMap((id) => byId.get(id) ?? [])
  const theme = card.theme === null ? undefined : byId.get(card.theme)
  const became = cards.filter((one) => one.from.includes(card.id))
  return (
    <>
      {from.length > 0 && <Links title={t('details.from')} cards={from} icon={CornerDownRight} />}
      {theme && (
        <Links
          title={t(card.type === 'stamp' ? 'details.on' : 'details.theme')}
          cards={[theme]}
          icon={CornerDownRight}
        />
      )}
      {became.length > 0 && <Links title={t('details.became')} cards={became} icon={CornerDownLeft} />}
    </>
  )
}

function Links({
  title,
  cards,
  icon,
}: {
  title: string
  cards: readonly Card[]
  icon: typeof CornerDownLeft
}) {
  const { t } = useTranslation()
  const session = useSession()
  return (
    <section className="details-part">
      <h3>{title}</h3>
      <ul className="thread-links">
        {cards.map(({ id, type, text }) => (
          <li key={id}>
            <button type="button" className="thread-link" onClick={() => showCard(session, id)}>
              <Icon of={icon} size={16} mirrors />
              <span>
                <span className="thread-kind">{nameOfKind(t, type)}</span>
                <span className="thread-words" dir="auto">
                  {text.trim() || t('outline.emptyCard')}
                </span>
              </span>
            </button>
          </li>
        ))}
      </ul>
    </section>
  )
}
