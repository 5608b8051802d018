import { Plus } from 'lucide-react'
import { type FormEvent, useState } from 'react'
import { Button } from '../ui/kit/Button'
import { TextField } from '../ui/kit/Field'

/** One line to write and a button that takes it; empty again afterwards, ready for the next. */
export function OneLine({
  label,
  hint,
  action,
  onWrite,
}: {
  label: string
  hint?: string
  action: string
  onWrite: (words: string) => void
}) {
  const [words, setWords] = useState('')
  const submit = (event: FormEvent) => {
    event.preventDefault()
    if (words.trim() === '') return
    onWrite(words.trim())
    setWords('')
  }
  return (
    <form className="stage-one-line" onSubmit={submit}>
      <TextField
        label={label}
        hint={hint}
        value={words}
        maxLength={2000}
        onChange={(event) => setWords(event.currentTarget.value)}
        onKeyDown={(event) => event.stopPropagation()}
      />
      <Button submits icon={Plus} disabled={words.trim() === ''}>
        {action}
      </Button>
    </form>
  )
}
