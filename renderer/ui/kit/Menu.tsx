import { Check, type LucideIcon } from 'lucide-react'
import { type KeyboardEvent, type ReactNode, useRef, useState } from 'react'
import { Icon } from './Icon'
import { Popover } from './Popover'

export interface MenuItem {
  readonly key: string
  readonly label: string
  readonly icon?: LucideIcon
  /** Present in a menu of choices: whether it is the present one. */
  readonly chosen?: boolean
  readonly danger?: boolean
  readonly choose: () => void
}

/** A button that opens a list of things to do or to choose. Arrow keys move, Enter chooses, Escape closes. */
export function Menu({
  label,
  items,
  trigger,
  side = 'below',
}: {
  label: string
  items: readonly MenuItem[]
  trigger: (props: {
    ref: React.RefObject<HTMLButtonElement | null>
    'aria-haspopup': 'menu'
    'aria-expanded': boolean
    onClick: () => void
  }) => ReactNode
  side?: 'below' | 'beside'
}) {
  const [open, setOpen] = useState(false)
  const button = useRef<HTMLButtonElement>(null)
  const list = useRef<HTMLDivElement>(null)

  const move = (event: KeyboardEvent) => {
    const options = [...(list.current?.querySelectorAll<HTMLElement>('[role^="menuitem"]') ?? [])]
    const at = options.indexOf(document.activeElement as HTMLElement)
    const next = nextIndex(event.key, at, options.length)
    if (event.key === 'Tab') setOpen(false)
    if (next === undefined) return
    event.preventDefault()
    options[next]?.focus()
  }

  return (
    <>
      {trigger({
        ref: button,
        'aria-haspopup': 'menu',
        'aria-expanded': open,
        onClick: () => setOpen(!open),
      })}
      {open && (
        <Popover anchor={button} side={side} onClose={() => setOpen(false)}>
          <div ref={list} role="menu" aria-label={label} className="menu" onKeyDown={move} tabIndex={-1}>
            {items.map((item) => (
              <button
                key={item.key}
                type="button"
                role={item.chosen === undefined ? 'menuitem' : 'menuitemradio'}
                {...(item.chosen === undefined ? {} : { 'aria-checked': item.chosen })}
                data-first={item.chosen ? '' : undefined}
                className={item.danger ? 'menu-item menu-danger' : 'menu-item'}
                onClick={() => {
                  setOpen(false)
                  item.choose()
                }}
              >
                {item.icon && <Icon of={item.icon} />}
                <span className="menu-words" dir="auto">
                  {item.label}
                </span>
                {item.chosen && <Icon of={Check} size={18} />}
              </button>
            ))}
          </div>
        </Popover>
      )}
    </>
  )
}

function nextIndex(key: string, at: number, count: number): number | undefined {
  if (count === 0) return undefined
  if (key === 'ArrowDown') return (at + 1) % count
  if (key === 'ArrowUp') return (at - 1 + count) % count
  if (key === 'Home') return 0
  if (key === 'End') return count - 1
  return undefined
}
