import { Plus } from 'lucide-react'
import { type FormEvent, useState } from 'react'
import { Button, IconButton } from '../ui/kit/Button'
import { TextField } from '../ui/kit/Field'

/** One line to write and a button that takes it; empty again afterwards, ready for the next. */
export function OneLine({
  label,
  hint,
  action,
  isInline = false,
  onWrite,
}: {
  label: string
  hint?: string
  action: string
  /** The button is a plus at the end of the line. */
  isInline?: boolean
  onWrite: (words: string) => void
}) {
  const [words, setWords] = useState('')
  const isEmpty = words.trim() === ''
  const take = () => {
    if (isEmpty) return
    onWrite(words.trim())
    setWords('')
  }
  const submit = (event: FormEvent) => {
    event.preventDefault()
    take()
  }
  return (
    <form className={isInline ? 'stage-one-line stage-in-line' : 'stage-one-line'} onSubmit={submit}>
      <TextField
        label={label}
        hint={hint}
        value={words}
        maxLength={2000}
        onChange={(event) => setWords(event.currentTarget.value)}
        onKeyDown={(event) => event.stopPropagation()}
      />
      {isInline ? (
        <IconButton icon={Plus} label={action} hint="above" disabled={isEmpty} onClick={take} />
      ) : (
        <Button submits icon={Plus} disabled={isEmpty}>
          {action}
        </Button>
      )}
    </form>
  )
}
