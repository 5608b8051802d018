import { Eye, LogIn, MessageCircleQuestion, X } from 'lucide-react'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { writeCard } from '#shared/board/actions/cards'
import { joinTheme } from '#shared/board/actions/themes'
import type { Card } from '#shared/board/schema'
import { useSession } from '../../ui/hooks'
import { nameOfKind } from '../../ui/kindNames'
import { Button, IconButton } from '../../ui/kit/Button'
import { Writing } from '../../ui/panels/Writing'
import { showCard } from '../wallCards'
import { QuestionForm } from './QuestionForm'

/** One theme: its sentence, its cards, and what can be done with it. */
export function ThemeItem({
  theme,
  members,
  joining,
  canWrite,
  onJoin,
}: {
  theme: Card
  members: readonly Card[]
  /** How many selected cards could be put in. */
  joining: number
  canWrite: boolean
  onJoin: () => void
}) {
  const { t } = useTranslation()
  const session = useSession()
  const [isAsking, setAsking] = useState(false)
  return (
    <li className={`stage-item stage-named-above theme-item tint-${theme.tint}`}>
      <Writing
        label={t('themes.themeSentence')}
        text={theme.text}
        canWrite={canWrite}
        onWrite={(text) => {
          session.undo.mark()
          writeCard(session.writer, theme.id, text)
        }}
      />
      <details>
        <summary>{t('themes.members', { count: members.length })}</summary>
        <ul>
          {members.map((card) => (
            <li key={card.id} className="stage-row">
              <button
                type="button"
                className="stage-link stage-grow"
                onClick={() => showCard(session, card.id)}
              >
                <span dir="auto">{card.text || nameOfKind(t, card.type)}</span>
              </button>
              {canWrite && (
                <IconButton
                  icon={X}
                  hint="above"
                  label={t('themes.takeOut')}
                  onClick={() => {
                    session.undo.mark()
                    joinTheme(session.writer, [card.id], null)
                  }}
                />
              )}
            </li>
          ))}
        </ul>
      </details>
      <div className="stage-row">
        <IconButton
          icon={Eye}
          label={t('themes.show')}
          hint="above"
          onClick={() => showCard(session, theme.id)}
        />
        {canWrite && joining > 0 && (
          <Button tone="quiet" icon={LogIn} onClick={onJoin}>
            {t('themes.putIn', { count: joining })}
          </Button>
        )}
        {canWrite && (
          <Button
            tone="quiet"
            icon={MessageCircleQuestion}
            aria-expanded={isAsking}
            onClick={() => setAsking(!isAsking)}
          >
            {t('themes.ask')}
          </Button>
        )}
      </div>
      {isAsking && <QuestionForm theme={theme} onDone={() => setAsking(false)} />}
    </li>
  )
}
