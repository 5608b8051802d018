import { inOrder, orderAfter, orderAtEnd } from '../order'
import { readAll } from '../records'
import type { Frame, Stroke } from '../schema'
import { addCard, type NewCard } from './cards'
import { add, change, remove, rewrite, type Writer, write } from './writer'

/** The frames of a storyboard, in order. */
export function framesOf(writer: Pick<Writer, 'doc'>, card: string): Frame[] {
  return inOrder(readAll(writer.doc, 'frames').filter((frame) => frame.card === card))
}

/** Adds a storyboard with `count` empty frames and returns its card's id. */
export function addStoryboard(writer: Writer, card: Omit<NewCard, 'type'>, count = 3): string {
  return write(writer, () => {
    const id = addCard(writer, { stage: 'prototype', tint: 'white', ...card, type: 'storyboard' })
    for (let made = 0; made < count; made++) addFrame(writer, id)
    return id
  })
}

/** Adds a frame at the end of a storyboard and returns its id. */
export function addFrame(writer: Writer, card: string, caption = ''): string {
  return add(writer, 'frames', { card, caption, order: orderAtEnd(framesOf(writer, card)) })
}

/** Moves a frame right after another one of its storyboard (null: to the beginning). */
export function moveFrame(writer: Writer, frame: Frame, after: string | null): void {
  if (frame.card === null) return
  const others = framesOf(writer, frame.card).filter(({ id }) => id !== frame.id)
  change(writer, 'frames', frame.id, { order: orderAfter(others, after) })
}

/** Takes a frame away with its drawing. */
export function deleteFrame(writer: Writer, id: string): void {
  remove(writer, 'frames', [id])
}

/** Rewrites a frame's caption by its smallest difference. */
export function captionFrame(writer: Writer, id: string, caption: string): void {
  rewrite(writer, 'frames', id, 'caption', caption)
}

/** Adds a pen stroke, encoded by `encodeInk`, to a frame and returns its id. */
export function addStroke(
  writer: Writer,
  frame: string,
  ink: Uint8Array,
  drawnWith: Partial<Pick<Stroke, 'tint' | 'pen' | 'nib'>> = {},
): string {
  return add(writer, 'strokes', { frame, ink, tint: 'ink', ...drawnWith })
}

/** Rubs strokes out. */
export function deleteStrokes(writer: Writer, ids: Iterable<string>): void {
  remove(writer, 'strokes', ids)
}
