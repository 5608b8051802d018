import type { PointerEventData } from '../input'
import { apart, slopOf } from './tool'

/** Milliseconds a finger rests before it asks for a menu. */
export const LONG_PRESS = 500

/** Tells when a finger stays where it was put; each finger for itself. */
export interface LongPress {
  begin(event: PointerEventData): void
  /** Hands tremble: only a real move gives it up. */
  move(event: PointerEventData): void
  end(event: PointerEventData): void
  dispose(): void
}

/** Calls `tell` with the press once its finger has rested long enough. */
export function createLongPress(tell: (press: PointerEventData) => void): LongPress {
  const resting = new Map<
    number,
    { readonly press: PointerEventData; readonly timer: ReturnType<typeof setTimeout> }
  >()
  const giveUp = (pointer: number) => {
    clearTimeout(resting.get(pointer)?.timer)
    resting.delete(pointer)
  }
  return {
    begin(press) {
      giveUp(press.pointer)
      if (press.device !== 'touch') return
      const timer = setTimeout(() => {
        resting.delete(press.pointer)
        tell(press)
      }, LONG_PRESS)
      resting.set(press.pointer, { press, timer })
    },
    move(event) {
      const rest = resting.get(event.pointer)
      if (rest && apart(rest.press.at, event.at) >= slopOf(event)) giveUp(event.pointer)
    },
    end: ({ pointer }) => giveUp(pointer),
    dispose() {
      for (const pointer of [...resting.keys()]) giveUp(pointer)
    },
  }
}
