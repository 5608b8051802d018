import { wholeLetters } from '#shared/wholeLetters'
import { orderBetween } from '../order'
import { proseOf } from '../records'
import type { Card } from '../schema'
import { add, present, type Writer, write } from './writer'

/** World units between a card and what came too late for it. */
const BESIDE = 24

/**
 * Puts words that came too late for a card on a note of the writer's right beside it, or after those on the note `into`
 * that is there already. Returns the note's id.
 */
export function keepLateWords(
  writer: Writer,
  card: Pick<Card, 'pos' | 'size' | 'z' | 'order' | 'stage'>,
  words: string,
  into?: string,
): string {
  return write(writer, () => {
    const text =
      into !== undefined && present(writer, 'cards', into) && proseOf(writer.doc, 'cards', into, 'text')
    if (text && into !== undefined) {
      text.insert(text.length, wholeLetters(words))
      return into
    }
    return add(writer, 'cards', {
      type: 'note',
      text: words,
      pos: [Math.round(card.pos[0] + card.size[0] + BESIDE), Math.round(card.pos[1])],
      // Right above the card: no other one has to be looked at.
      z: orderBetween(card.z, null),
      order: orderBetween(card.order, null),
      stage: card.stage,
    })
  })
}
