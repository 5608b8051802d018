import { type ReactNode, type RefObject, useRef, useState } from 'react'
import { type MenuItem, MenuList } from './MenuList'
import { Popover } from './Popover'

export type { MenuItem } from './MenuList'

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
    ref: RefObject<HTMLButtonElement | null>
    'aria-haspopup': 'menu'
    'aria-expanded': boolean
    onClick: () => void
  }) => ReactNode
  side?: 'below' | 'beside'
}) {
  const [open, setOpen] = useState(false)
  const button = useRef<HTMLButtonElement>(null)
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
          <MenuList label={label} items={items} onClose={() => setOpen(false)} />
        </Popover>
      )}
    </>
  )
}
