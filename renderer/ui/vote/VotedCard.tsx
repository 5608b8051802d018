import type { ReactNode } from 'react'
import { useTranslation } from 'react-i18next'
import { showCard } from '../../stages/wallCards'
import { useRecord, useSession } from '../hooks'
import { nameOfKind } from '../kindNames'

/** A card that is voted on, by its words; a press shows it on the wall. Nothing when it is gone from there. */
export function VotedCard({ id, children }: { id: string; children?: (words: string) => ReactNode }) {
  const { t } = useTranslation()
  const session = useSession()
  const card = useRecord('cards', id)
  if (!card) return null
  const words = card.text.trim() || nameOfKind(t, card.type)
  return (
    <div className="voted-card">
      <button type="button" className="voted-words" onClick={() => showCard(session, id)}>
        <span className="voted-text" dir="auto">
          {words}
        </span>
      </button>
      {children?.(words)}
    </div>
  )
}
