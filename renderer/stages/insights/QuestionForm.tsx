import { type FormEvent, useState } from 'react'
import { useTranslation } from 'react-i18next'
import type { Card } from '#shared/board/schema'
import { useSession } from '../../ui/hooks'
import { Button } from '../../ui/kit/Button'
import { TextField } from '../../ui/kit/Field'
import { addBeside } from '../wallCards'

/** Helps to turn a theme into a question: somebody, something to do for them, and what would come of it. */
export function QuestionForm({ theme, onDone }: { theme: Card; onDone: () => void }) {
  const { t } = useTranslation()
  const session = useSession()
  const [parts, setParts] = useState({ verb: '', who: '', outcome: '' })
  const isWhole = Object.values(parts).every((part) => part.trim() !== '')
  const blank = '…'
  const question = t('themes.question', {
    verb: parts.verb.trim() || blank,
    who: parts.who.trim() || blank,
    outcome: parts.outcome.trim() || blank,
  })
  const submit = (event: FormEvent) => {
    event.preventDefault()
    if (!isWhole) return
    addBeside(
      session,
      {
        type: 'howMightWe',
        text: question,
        tint: 'lilac',
        stage: 'ideas',
        from: [theme.id],
        size: [280, 180, 0],
      },
      theme.id,
    )
    onDone()
  }
  return (
    // The keys written here are not the wall's shortcuts.
    <form className="stage-form" onSubmit={submit} onKeyDown={(event) => event.stopPropagation()}>
      {(['verb', 'who', 'outcome'] as const).map((part) => (
        <TextField
          key={part}
          label={t(`themes.${part}`)}
          hint={t(`themes.${part}Hint`)}
          value={parts[part]}
          maxLength={300}
          onChange={(event) => setParts({ ...parts, [part]: event.currentTarget.value })}
        />
      ))}
      <p className="question-preview" dir="auto" aria-live="polite">
        {question}
      </p>
      <p className="stage-hint">{t('themes.questionHint')}</p>
      <div className="stage-row">
        <Button tone="primary" submits disabled={!isWhole}>
          {t('themes.putQuestion')}
        </Button>
        <Button tone="quiet" onClick={onDone}>
          {t('app.cancel')}
        </Button>
      </div>
    </form>
  )
}
