import type { KeyboardEvent, ReactNode } from 'react'

export interface Choice<T extends string> {
  readonly value: T
  readonly label: string
  readonly drawing: ReactNode
}

/** Pictures in a grid, each with its name below, one of them chosen. Arrow keys move. */
export function Choices<T extends string>({
  label,
  choices,
  chosen,
  columns,
  onChoose,
}: {
  label: string
  choices: readonly Choice<T>[]
  /** Null when what is selected differs. */
  chosen: T | null
  columns: number
  onChoose: (value: T) => void
}) {
  const move = (event: KeyboardEvent<HTMLDivElement>) => {
    const onward = document.documentElement.dir === 'rtl' ? -1 : 1
    const step = { ArrowRight: onward, ArrowLeft: -onward, ArrowDown: columns, ArrowUp: -columns }[event.key]
    if (step === undefined) return
    event.preventDefault()
    const buttons = [...event.currentTarget.querySelectorAll<HTMLElement>('button')]
    const at = buttons.indexOf(document.activeElement as HTMLElement)
    buttons[(at + step + buttons.length) % buttons.length]?.focus()
  }
  const first = choices[0]?.value
  return (
    <div
      className="choices"
      role="radiogroup"
      aria-label={label}
      onKeyDown={move}
      style={{ gridTemplateColumns: `repeat(${columns}, minmax(var(--touch), 1fr))` }}
    >
      {choices.map(({ value, label: name, drawing }) => (
        // biome-ignore lint/a11y/useSemanticElements: choosing is an act here, and may close the sheet.
        <button
          key={value}
          type="button"
          role="radio"
          aria-checked={value === chosen}
          data-first={value === chosen ? '' : undefined}
          tabIndex={value === (chosen ?? first) ? 0 : -1}
          className="icon-button named-choice"
          onClick={() => onChoose(value)}
        >
          {drawing}
          <span>{name}</span>
        </button>
      ))}
    </div>
  )
}
