import { type RefObject, useLayoutEffect } from 'react'

/** Gives the focus to the wall when it would go away with this element: at a keyboard it would be lost. */
export function useHandBack(element: RefObject<HTMLElement | null>, isShown = true): void {
  useLayoutEffect(() => {
    if (!isShown) return
    const shown = element.current
    return () => {
      if (shown?.contains(document.activeElement)) focusWall()
    }
  }, [element, isShown])
}

/** Gives the focus to the wall, where one is shown. */
export function focusWall(): void {
  document.querySelector<HTMLElement>('.wall')?.focus({ preventScroll: true })
}
