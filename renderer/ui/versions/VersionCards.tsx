import { useId } from 'react'
import { useTranslation } from 'react-i18next'
import type { Differences } from '#shared/board/differences'
import type { Card } from '#shared/board/schema'
import type { Session } from '../../board/session'
import { useSignal } from '../hooks'
import { nameOfKind } from '../kindNames'

/** The cards of a version as a list to choose from, those that are missing on the present wall first. */
export function VersionCards({ past, since }: { past: Session; since: Differences }) {
  const { t } = useTranslation()
  const cards = past.records.all('cards')
  const gone = cards.filter(({ id }) => since.gone.has(id))
  const changed = cards.filter(({ id }) => since.changed.has(id))
  const same = cards.filter(({ id }) => !since.gone.has(id) && !since.changed.has(id))
  if (cards.length === 0) return <p className="versions-empty">{t('versions.noCards')}</p>
  return (
    <div className="version-cards">
      <CardGroup past={past} name={t('versions.listGone', { count: gone.length })} cards={gone} />
      <CardGroup past={past} name={t('versions.listChanged', { count: changed.length })} cards={changed} />
      <CardGroup past={past} name={t('versions.listSame', { count: same.length })} cards={same} />
    </div>
  )
}

function CardGroup({ past, name, cards }: { past: Session; name: string; cards: readonly Card[] }) {
  const { t } = useTranslation()
  const chosen = useSignal(past.selection.ids)
  const heading = useId()
  return (
    <section aria-labelledby={heading}>
      <h3 id={heading}>{name}</h3>
      <ul>
        {cards.map(({ id, type, text }) => (
          <li key={id}>
            <label className="version-card">
              <input type="checkbox" checked={chosen.has(id)} onChange={() => past.selection.toggle(id)} />
              <span className="version-card-kind">{nameOfKind(t, type)}</span>
              <span dir="auto">{text.trim() || t('outline.emptyCard')}</span>
            </label>
          </li>
        ))}
      </ul>
    </section>
  )
}
