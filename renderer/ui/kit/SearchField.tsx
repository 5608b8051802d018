import { Search, X } from 'lucide-react'
import { useId, useRef } from 'react'
import { IconButton } from './Button'
import { Icon } from './Icon'

/** One line to search with. Escape empties it. */
export function SearchField({
  label,
  clear,
  value,
  onChange,
}: {
  label: string
  /** The name of the button that empties it. */
  clear: string
  value: string
  onChange: (value: string) => void
}) {
  const id = useId()
  const input = useRef<HTMLInputElement>(null)
  return (
    <search className="search-field">
      <label className="unseen" htmlFor={id}>
        {label}
      </label>
      <Icon of={Search} size={18} />
      <input
        ref={input}
        id={id}
        type="search"
        className="search-input"
        dir="auto"
        placeholder={label}
        maxLength={200}
        autoComplete="off"
        spellCheck={false}
        value={value}
        onChange={(event) => onChange(event.currentTarget.value)}
        onKeyDown={(event) => {
          if (event.key !== 'Escape' || value === '') return
          event.preventDefault()
          event.stopPropagation()
          onChange('')
        }}
      />
      {value !== '' && (
        <IconButton
          icon={X}
          label={clear}
          onClick={() => {
            onChange('')
            input.current?.focus()
          }}
        />
      )}
    </search>
  )
}
