import { Check, ChevronLeft, ChevronRight, type LucideIcon } from 'lucide-react'
import { Fragment, type KeyboardEvent, useLayoutEffect, useRef } from 'react'
import { Icon } from './Icon'
import { keysHint } from './keyNames'

export interface MenuItem {
  readonly key: string
  readonly label: string
  readonly icon?: LucideIcon
  /** What happens then, in one short sentence below its name. */
  readonly about?: string
  /** Present in a menu of choices: whether it is the present one. */
  readonly chosen?: boolean
  readonly danger?: boolean
  /** The keys that do the same. */
  readonly keys?: string
  /** Items of another group than the one above stand below a line. */
  readonly group?: string
  /** It leads to another list in the place of this one, or back to the one before. */
  readonly leads?: 'on' | 'back'
  readonly choose: () => void
}

/** Things to do or to choose, in a popover. Arrow keys and first letters move, Enter chooses, Tab leaves. */
export function MenuList({
  label,
  items,
  onClose,
}: {
  label: string
  items: readonly MenuItem[]
  onClose: () => void
}) {
  const list = useRef<HTMLDivElement>(null)
  const shown = useRef(label)
  useLayoutEffect(() => {
    if (shown.current === label) return
    shown.current = label
    list.current?.querySelector<HTMLElement>('[role^="menuitem"]')?.focus()
  }, [label])

  const move = (event: KeyboardEvent) => {
    const options = [...(list.current?.querySelectorAll<HTMLElement>('[role^="menuitem"]') ?? [])]
    const at = options.indexOf(document.activeElement as HTMLElement)
    const next = nextIndex(event.key, at, options.length) ?? nextNamed(event, at, items)
    if (event.key === 'Tab') onClose()
    const led = items[at]?.leads
    const onward = document.documentElement.dir === 'rtl' ? 'ArrowLeft' : 'ArrowRight'
    const isArrow = event.key === 'ArrowLeft' || event.key === 'ArrowRight'
    if (isArrow && event.key === onward && led === 'on') options[at]?.click()
    if (isArrow && event.key !== onward && items[0]?.leads === 'back') options[0]?.click()
    if (next === undefined) return
    event.preventDefault()
    options[next]?.focus()
  }

  return (
    <div ref={list} role="menu" aria-label={label} className="menu" onKeyDown={move} tabIndex={-1}>
      {items.map((item, at) => (
        <Fragment key={item.key}>
          {at > 0 && item.group !== items[at - 1]?.group && <hr className="menu-line" />}
          <button
            type="button"
            role={item.chosen === undefined ? 'menuitem' : 'menuitemradio'}
            {...(item.chosen === undefined ? {} : { 'aria-checked': item.chosen })}
            {...(item.leads === 'on' ? { 'aria-haspopup': 'menu' as const } : {})}
            {...(item.keys === undefined ? {} : { 'aria-keyshortcuts': item.keys })}
            data-first={item.chosen ? '' : undefined}
            className={item.danger ? 'menu-item menu-danger' : 'menu-item'}
            onClick={() => {
              if (item.leads === undefined) onClose()
              item.choose()
            }}
          >
            {item.leads === 'back' && <Icon of={ChevronLeft} size={18} mirrors />}
            {item.icon && <Icon of={item.icon} />}
            <span className="menu-words" dir="auto">
              {item.label}
              {item.about !== undefined && <span className="menu-about">{item.about}</span>}
            </span>
            {item.keys !== undefined && (
              <span className="menu-keys" dir="ltr" aria-hidden="true">
                {keysHint(item.keys)}
              </span>
            )}
            {item.leads === 'on' && <Icon of={ChevronRight} size={18} mirrors />}
            {item.chosen && <Icon of={Check} size={18} />}
          </button>
        </Fragment>
      ))}
    </div>
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

/** The next item that begins with the letter pressed. */
function nextNamed(
  { key, ctrlKey, metaKey, altKey }: KeyboardEvent,
  at: number,
  items: readonly MenuItem[],
): number | undefined {
  if (ctrlKey || metaKey || altKey || !/^[\p{L}\p{N}]$/u.test(key)) return undefined
  const begins = ({ label }: MenuItem) => label.toLocaleLowerCase().startsWith(key.toLocaleLowerCase())
  const order = items.map((_, step) => (at + 1 + step) % items.length)
  return order.find((index) => {
    const item = items[index]
    return item !== undefined && begins(item)
  })
}
