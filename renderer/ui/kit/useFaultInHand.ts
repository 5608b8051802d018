import { type RefObject, useLayoutEffect } from 'react'

/** Puts the first field that is at fault in hand when a form comes back: it may be out of sight, and is what to mend. */
export function useFaultInHand(form: RefObject<HTMLFormElement | null>, fault: string | undefined): void {
  useLayoutEffect(() => {
    if (fault !== undefined) form.current?.querySelector<HTMLElement>('[aria-invalid]')?.focus()
  }, [form, fault])
}
