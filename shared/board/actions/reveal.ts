import { unionOf } from '../../cards/box'
import { kindOfStage } from '../../cards/ofStage'
import { freePlace } from '../../clustering/freePlace'
import { orderBetween } from '../order'
import { readAll, readEach, readRecord, readSingleton } from '../records'
import type { Card } from '../schema'
import { add, type Writer, write } from './writer'

/** A card that was written out of sight: its id on the wall, its words and its author. */
export interface HiddenCard {
  readonly id: string
  readonly text: string
  readonly by: string
}

/** World units. */
const SIZE = [240, 160] as const
const GAP = 24

/**
 * Puts cards on the wall in their authors' names, in rows that lie on nothing, as near to `at` (world units) as there
 * is room, as one transaction. Their order says nothing of who wrote what. One whose id the board knows already is
 * left as it is there. They are of the kind that the room's stage has unless another is given.
 */
export function revealCards(
  writer: Writer,
  cards: readonly HiddenCard[],
  at: readonly [number, number],
  kind?: Pick<Card, 'type' | 'tint' | 'stage'>,
): void {
  // Ids are random: whoever wrote several cards is not told by their standing side by side.
  const fresh = cards
    .filter(({ id }) => !readRecord(writer.doc, 'cards', id))
    .sort((a, b) => (a.id < b.id ? -1 : 1))
  if (fresh.length === 0) return
  const columns = Math.ceil(Math.sqrt(fresh.length * 1.4))
  const rows = Math.ceil(fresh.length / columns)
  const width = columns * (SIZE[0] + GAP) - GAP
  const height = rows * (SIZE[1] + GAP) - GAP
  const present = readAll(writer.doc, 'cards')
  const [left, top] = placeOf({ x: at[0] - width / 2, y: at[1] - height / 2, width, height }, present)
  const { stage } = readSingleton(writer.doc, 'meta')
  const tops = { z: topOf(writer, 'z'), order: topOf(writer, 'order') }
  write(writer, () => {
    fresh.forEach(({ id, text, by }, index) => {
      const pos = [
        left + (index % columns) * (SIZE[0] + GAP),
        top + Math.floor(index / columns) * (SIZE[1] + GAP),
      ] as const
      tops.z = orderBetween(tops.z, null)
      tops.order = orderBetween(tops.order, null)
      add(
        { ...writer, person: by },
        'cards',
        { ...(kind ?? { ...kindOfStage(stage), stage }), ...tops, text, pos, size: [...SIZE, 0] },
        id,
      )
    })
  })
}

type Area = { readonly x: number; readonly y: number; readonly width: number; readonly height: number }

/** The nearest free place; on a wall that is full all around, the one below everything. */
function placeOf(
  wanted: Area,
  cards: readonly { readonly pos: readonly number[]; readonly size: readonly number[] }[],
): [number, number] {
  const taken = cards.map(({ pos, size }) => ({
    x: pos[0] ?? 0,
    y: pos[1] ?? 0,
    width: size[0] ?? 0,
    height: size[1] ?? 0,
  }))
  const [x, y] = freePlace(wanted, taken)
  const isFree = taken.every(
    (box) =>
      x + wanted.width <= box.x ||
      box.x + box.width <= x ||
      y + wanted.height <= box.y ||
      box.y + box.height <= y,
  )
  if (isFree) return [x, y]
  const all = unionOf(taken)
  return [Math.round(wanted.x), Math.round(all ? all.y + all.height + GAP : wanted.y)]
}

function topOf({ doc }: Writer, key: 'z' | 'order'): string {
  let last = ''
  for (const [, value] of readEach(doc, 'cards', key)) if (value > last) last = value
  return last
}
