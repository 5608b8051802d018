import type { Heads, Nib, Route, Shape, Tint } from '#shared/board/vocabulary'
import type { Sign } from '#shared/cards/signs'
import type { PointerEventData } from '../input'
import type { Session } from '../session'
import type { WritableSignal } from '../signal'

export const TOOLS = [
  'select',
  'lasso',
  'hand',
  'card',
  'text',
  'shape',
  'connector',
  'frame',
  'pen',
  'highlighter',
  'eraser',
  'stamp',
  'laser',
] as const
export type ToolName = (typeof TOOLS)[number]

/** What a person has chosen for the tools that have a choice; kept for as long as the window is open. */
export interface ToolOptions {
  readonly shape: Shape
  readonly route: Route
  readonly heads: Heads
  readonly stamp: Sign
  readonly pen: InkChoice
  readonly highlighter: InkChoice
}

/** What is drawn with next; a pen draws in black where the tint is white. */
export interface InkChoice {
  readonly tint: Tint
  readonly nib: Nib
}

export const FIRST_OPTIONS: ToolOptions = {
  shape: 'rectangle',
  route: 'elbow',
  heads: 'end',
  stamp: 'heart',
  pen: { tint: 'white', nib: 'medium' },
  highlighter: { tint: 'lemon', nib: 'medium' },
}

/** A card that was just made, and how deep the undo stack was before. */
export interface FreshCard {
  readonly id: string
  readonly depth: number
}

/** What tools work on. */
export type Bench = Omit<Session, 'tools' | 'dispose'> & {
  readonly current: WritableSignal<ToolName>
  readonly fresh: WritableSignal<FreshCard | null>
  readonly options: WritableSignal<ToolOptions>
}

/**
 * One pointer's gesture from press to release: a plain state whose handlers return the next state. Each
 * finger and pen has its own, so that several people can work at one screen.
 */
export interface Gesture {
  readonly name: string
  move(event: PointerEventData): Gesture
  /** Commits: at most one transaction. */
  up(event: PointerEventData): void
  /** Leaves everything as it was before the press. */
  cancel(): void
}

export interface Tool {
  readonly name: ToolName
  /** A CSS cursor. */
  readonly cursor: string
  /** Draws: once a pen has been used at this screen, fingers move things instead. */
  readonly isForPens?: boolean
  /** Begins a gesture; null when the press means nothing to this tool. */
  press(bench: Bench, event: PointerEventData): Gesture | null
}

/** CSS pixels a pointer may tremble before a press becomes a drag. */
export const slopOf = (event: PointerEventData): number => (event.device === 'touch' ? 10 : 4)

/** CSS pixels between two screen points. */
export function apart(a: readonly [number, number], b: readonly [number, number]): number {
  return Math.hypot(a[0] - b[0], a[1] - b[1])
}
