import { useState } from 'react'
import { TextArea } from '../kit/Field'

/** Words that can be written where they stand; kept when the person goes on. */
export function Writing({
  label,
  hint,
  text,
  canWrite,
  onWrite,
}: {
  label: string
  hint?: string
  text: string
  canWrite: boolean
  onWrite: (text: string) => void
}) {
  const [draft, setDraft] = useState<string | null>(null)
  if (!canWrite)
    return text === '' ? null : (
      <section className="details-part">
        <h3>{label}</h3>
        <p className="details-words" dir="auto">
          {text}
        </p>
      </section>
    )
  return (
    <TextArea
      label={label}
      hint={hint}
      value={draft ?? text}
      rows={2}
      className="writing"
      onFocus={() => setDraft(text)}
      onChange={(event) => setDraft(event.currentTarget.value)}
      onBlur={() => {
        if (draft !== null && draft !== text) onWrite(draft)
        setDraft(null)
      }}
      onKeyDown={(event) => event.stopPropagation()}
    />
  )
}
