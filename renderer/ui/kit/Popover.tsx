import { type ReactNode, type RefObject, useEffect, useLayoutEffect, useRef } from 'react'

/** CSS pixels between the popover and what it belongs to, and the window's edge. */
const GAP = 6
const MARGIN = 8

/**
 * A small sheet beside the control it belongs to, above everything. Escape and a press elsewhere close it;
 * focus moves in when it opens and back when it closes.
 */
export function Popover({
  anchor,
  onClose,
  className = 'popover',
  side = 'below',
  at,
  children,
}: {
  anchor: RefObject<HTMLElement | null>
  onClose: () => void
  className?: string
  side?: 'below' | 'beside'
  /** Beside this point of the owner instead, CSS pixels from its top left corner. */
  at?: readonly [x: number, y: number]
  children: ReactNode
}) {
  const sheet = useRef<HTMLDivElement>(null)
  const close = useRef(onClose)
  close.current = onClose

  useLayoutEffect(() => {
    const shown = sheet.current
    const owner = anchor.current
    if (!shown || !owner) return
    shown.showPopover()
    place(shown, at ? pointOf(owner, at) : owner.getBoundingClientRect(), side)
    shown.querySelector<HTMLElement>('[data-first], button, input, [tabindex="0"]')?.focus()
    return () => {
      // Only when focus would otherwise be lost: a press elsewhere has already moved it.
      if (shown.contains(document.activeElement)) owner.focus({ preventScroll: true })
    }
  }, [anchor, side, at])

  useEffect(() => {
    const away = (event: PointerEvent) => {
      const target = event.target
      if (!(target instanceof Node)) return
      // A press on the owner of a point is a press elsewhere.
      const isOwner = !at && anchor.current?.contains(target)
      if (!sheet.current?.contains(target) && !isOwner) close.current()
    }
    const leave = () => close.current()
    document.addEventListener('pointerdown', away, true)
    window.addEventListener('resize', leave)
    return () => {
      document.removeEventListener('pointerdown', away, true)
      window.removeEventListener('resize', leave)
    }
  }, [anchor, at])

  return (
    // biome-ignore lint/a11y/noStaticElementInteractions: the controls inside have the roles.
    <div
      ref={sheet}
      popover="manual"
      className={className}
      onKeyDown={(event) => {
        event.stopPropagation()
        if (event.key !== 'Escape') return
        // A dialog around it stays open.
        event.preventDefault()
        onClose()
      }}
    >
      {children}
    </div>
  )
}

function pointOf(owner: HTMLElement, [x, y]: readonly [number, number]): DOMRect {
  const { left, top } = owner.getBoundingClientRect()
  return new DOMRect(left + x, top + y, 0, 0)
}

function place(sheet: HTMLElement, anchor: DOMRect, side: 'below' | 'beside'): void {
  const { offsetWidth: width, offsetHeight: height } = sheet
  const fromRight = document.documentElement.dir === 'rtl'
  let left: number
  let top: number
  if (side === 'beside') {
    const before = anchor.left - width - GAP
    const behind = anchor.right + GAP
    const isCut = fromRight ? before < MARGIN : behind + width > window.innerWidth - MARGIN
    left = fromRight === isCut ? behind : before
    top = anchor.top
  } else {
    left = fromRight ? anchor.right - width : anchor.left
    top = anchor.bottom + GAP
    if (top + height > window.innerHeight - MARGIN) top = anchor.top - height - GAP
  }
  sheet.style.left = `${Math.max(MARGIN, Math.min(left, window.innerWidth - width - MARGIN))}px`
  sheet.style.top = `${Math.max(MARGIN, Math.min(top, window.innerHeight - height - MARGIN))}px`
}
