import type { Point } from '#shared/cards/box'

export interface Keys {
  readonly shift: boolean
  /** Ctrl, or Command on a Mac. */
  readonly mod: boolean
  readonly alt: boolean
}

export interface PointerSample {
  readonly at: Point
  /** 0 to 1. */
  readonly pressure: number
}

/** One pointer: a mouse, a pen or one finger. `at` is in CSS pixels from the wall's top left corner. */
export interface PointerEventData extends Keys {
  readonly kind: 'down' | 'move' | 'up' | 'cancel'
  readonly pointer: number
  readonly device: 'mouse' | 'pen' | 'touch'
  readonly at: Point
  /** 0 first, 1 middle, 2 second. */
  readonly button: number
  readonly pressure: number
  /** How wide and high the touch is, in CSS pixels; 1 for a point. */
  readonly contact: Point
  /** Milliseconds, in the time of `performance.now()`. */
  readonly time: number
  /** All positions since the last event, the last of them `at`; pens report more often than frames. */
  readonly samples: readonly PointerSample[]
}

/** Everything that can happen on the wall, as plain data: the page makes it from DOM events, tests by hand. */
export type BoardEvent =
  | PointerEventData
  | (Keys & {
      readonly kind: 'wheel'
      readonly at: Point
      readonly dx: number
      readonly dy: number
    })
  | { readonly kind: 'doubleClick'; readonly at: Point }
  /** A menu is asked for at a point, or by a key: then `at` is null. */
  | { readonly kind: 'menu'; readonly at: Point | null }
  | (Keys & { readonly kind: 'keyDown' | 'keyUp'; readonly key: string; readonly code: string })
  /** Characters typed while nothing is being edited. */
  | { readonly kind: 'text'; readonly text: string }
