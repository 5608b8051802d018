import type { LucideIcon } from 'lucide-react'
import { type ReactNode, useState } from 'react'
import { useTranslation } from 'react-i18next'
import type { RoundSettings } from '#shared/room/round'
import { MAX_QUESTION } from '#shared/room/writing'
import { useSession, useSignal } from '../hooks'
import { Button } from '../kit/Button'
import { Dialog } from '../kit/Dialog'
import { TextField } from '../kit/Field'
import './startRound.css'

/** Whoever leads the room says what a round is about, and begins it. */
export function StartRound({
  icon,
  title,
  lead,
  label,
  begin,
  children,
  settings,
}: {
  icon: LucideIcon
  title: string
  /** What will happen. */
  lead: string
  /** What the question is called. */
  label: string
  begin: string
  /** What else can be set. */
  children?: ReactNode
  settings: (question: string) => RoundSettings
}) {
  const { t } = useTranslation()
  const { overlay, replica } = useSession()
  const running = useSignal(replica.rounds.running)
  const [question, setQuestion] = useState('')
  return (
    <Dialog title={title} onClose={() => overlay.set(null)}>
      <form
        className="start-round"
        onSubmit={(event) => {
          event.preventDefault()
          replica.rounds.order({ do: 'begin', settings: settings(question.trim()) })
          overlay.set(null)
        }}
      >
        <p>{lead}</p>
        <TextField
          label={label}
          hint={t('rounds.questionHint')}
          data-first
          maxLength={MAX_QUESTION}
          value={question}
          onChange={(event) => setQuestion(event.currentTarget.value)}
        />
        {children}
        <div className="dialog-foot">
          <Button
            tone="primary"
            submits
            icon={icon}
            disabled={running !== null && running.shown.kind !== 'timer'}
          >
            {begin}
          </Button>
        </div>
      </form>
    </Dialog>
  )
}
