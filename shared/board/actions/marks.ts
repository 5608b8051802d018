import type { Box } from '../../cards/box'
import type { Shape, Stage } from '../vocabulary'
import { addCard } from './cards'
import { dropCards } from './themes'
import { change, present, type Writer, write } from './writer'

/** Gives shapes another form as one undo step; cards of other kinds are left as they are. */
export function changeShape(writer: Writer, ids: Iterable<string>, shape: Shape): void {
  write(writer, () => {
    for (const id of ids)
      if (present(writer, 'cards', id)?.type === 'shape') change(writer, 'cards', id, { shape })
  })
}

/** Puts a frame around a part of the wall, within another frame or none, and these cards into it. Returns its id. */
export function makeFrame(
  writer: Writer,
  { x, y, width, height }: Box,
  {
    cards,
    home = null,
    stage,
  }: { readonly cards: readonly string[]; readonly home?: string | null; readonly stage: Stage },
): string {
  return write(writer, () => {
    const frame = addCard(writer, {
      type: 'frame',
      tint: 'white',
      stage,
      theme: home,
      pos: [x, y],
      size: [width, height, 0],
    })
    dropCards(writer, [], [0, 0], [{ home: frame, cards }])
    return frame
  })
}
