import type { KeyboardEvent } from 'react'

/** True for the Enter that is meant to end what is written; it makes no new line then. Shift and Enter make one. */
export function endsOnEnter(event: KeyboardEvent): boolean {
  // While a word is composed, Enter chooses its letters.
  if (event.key !== 'Enter' || event.shiftKey || event.nativeEvent.isComposing) return false
  event.preventDefault()
  return true
}
