import { X } from 'lucide-react'
import { useTranslation } from 'react-i18next'
import { TINTS } from '#shared/board/vocabulary'
import type { Suggestion } from '../../board/suggestions'
import { useSession, useSignal } from '../hooks'
import { nameOfKind } from '../kindNames'
import { Button, IconButton } from '../kit/Button'

/** One proposal: the words its cards share, the cards, and what can be done with it. */
export function ProposalItem({
  proposal: { key, cards, words },
  onShow,
  onAccept,
}: {
  proposal: Suggestion
  onShow: () => void
  onAccept: () => void
}) {
  const { t } = useTranslation()
  const { suggestions, records } = useSession()
  const isShown = useSignal(suggestions.shown) === key
  const number = key + 1
  const named = { number, words: words.join(', ') }
  return (
    <li className={isShown ? 'proposal proposal-shown' : 'proposal'}>
      <button type="button" className="proposal-words" aria-pressed={isShown} onClick={onShow}>
        <span className={`proposal-number proposal-${TINTS[key % (TINTS.length - 1)]}`} aria-hidden="true">
          {number}
        </span>
        <span className="unseen">{t('clusters.show', { number })} </span>
        <span className="proposal-shared">
          {words.map((word) => (
            <bdi key={word} className="proposal-word">
              {word}
            </bdi>
          ))}
        </span>
      </button>
      <ul className="proposal-cards">
        {cards.map((id) => {
          const card = records.get('cards', id)
          const text = card?.text.trim() || (card ? nameOfKind(t, card.type) : '')
          return (
            <li key={id}>
              <span dir="auto">{text}</span>
              <IconButton
                icon={X}
                hint="above"
                label={t('clusters.leaveOut', { text })}
                onClick={() => suggestions.leaveOut(key, id)}
              />
            </li>
          )
        })}
      </ul>
      <div className="proposal-deeds">
        <Button onClick={onAccept} aria-label={t('clusters.acceptNamed', named)}>
          {t('clusters.accept')}
        </Button>
        <Button
          tone="quiet"
          onClick={() => suggestions.dismiss(key)}
          aria-label={t('clusters.dismissNamed', named)}
        >
          {t('clusters.dismiss')}
        </Button>
      </div>
    </li>
  )
}
