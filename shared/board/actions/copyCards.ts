import type * as Y from 'yjs'
import { newId } from '#shared/id'
import { endsOn, endWhere, retargetedEnds, shiftedEnds } from '../ends'
import { byOrder, orderBetween } from '../order'
import { readAll, readEach, readRecord, storedRecord } from '../records'
import { type Card, COLLECTION_NAMES } from '../schema'
import { createGroupCopies } from './arrange'
import { copyForms } from './cardText'
import { add, present, type Writer, write } from './writer'

/**
 * Copies cards out of another document of this board, such as a kept version, `delta` world units from
 * where they lay there, on top of everything. Returns the copies' ids, lowest first. They keep who made
 * them and when, for they are still that person's words; storyboards bring their frames and drawings.
 * Copies of a group are a group. Links, themes and connectors lead to the copies of what was copied along. A
 * theme that was not is left, unless it is there and the cards lie where they lay in it; a link to what the
 * board no longer knows is dropped, and a connector to it ends where it was. One undo step.
 */
export function copyCards(
  writer: Writer,
  from: Y.Doc,
  ids: Iterable<string>,
  delta: readonly [number, number],
): string[] {
  const cards = [...new Set(ids)]
    .flatMap((id) => readRecord(from, 'cards', id) ?? [])
    .filter(({ del }) => !del)
    .sort(byHeight)
  const copies = new Map(cards.map(({ id }) => [id, newId()]))
  const orders = keysAbove(writer.doc, 'order', [...cards].sort(byOrder))
  const heights = keysAbove(writer.doc, 'z', cards)
  const groupOf = createGroupCopies()
  const known = (link: string | null) =>
    link !== null && COLLECTION_NAMES.some((name) => storedRecord(writer.doc, name, link)) ? link : null
  // A theme stretches over its cards: it must not reach for copies that lie somewhere else.
  const isInPlace = delta[0] === 0 && delta[1] === 0
  const onCopies = endsOn(copies)
  const endsFor = (ends: Card['ends']) =>
    retargetedEnds(shiftedEnds(ends, delta), (card, at) => {
      const there = onCopies(card, at) ?? (isInPlace && known(card) ? { card, at } : undefined)
      const gone = readRecord(from, 'cards', card)
      return there ?? (gone && endWhere(gone, delta))
    })
  return write(writer, () => {
    for (const { id, del: _, ...values } of cards)
      add(
        writer,
        'cards',
        {
          ...values,
          pos: [values.pos[0] + delta[0], values.pos[1] + delta[1]],
          z: heights.get(id) ?? '',
          order: orders.get(id) ?? '',
          group: groupOf(values.group),
          theme: copies.get(values.theme ?? '') ?? (isInPlace ? presentTheme(writer, values.theme) : null),
          from: values.from.flatMap((link) => copies.get(link) ?? known(link) ?? []),
          highlight: known(values.highlight),
          ...(values.type === 'connector' ? { ends: endsFor(values.ends) } : {}),
        },
        copies.get(id),
      )
    for (const [id, copy] of copies)
      copyForms(from, { collection: 'cards', id }, writer, { collection: 'cards', id: copy })
    copyFrames(writer, from, copies)
    return [...copies.values()]
  })
}

function presentTheme(writer: Writer, theme: string | null): string | null {
  return theme !== null && present(writer, 'cards', theme)?.type === 'theme' ? theme : null
}

function copyFrames(writer: Writer, from: Y.Doc, copies: ReadonlyMap<string, string>): void {
  const frames = new Map<string, string>()
  for (const { id, card, del: _, ...values } of readAll(from, 'frames')) {
    const copy = copies.get(card ?? '')
    if (copy === undefined) continue
    const frame = add(writer, 'frames', { ...values, card: copy })
    copyForms(from, { collection: 'frames', id }, writer, { collection: 'frames', id: frame })
    frames.set(id, frame)
  }
  if (frames.size === 0) return
  for (const { id: _, frame, del: __, ...values } of readAll(from, 'strokes')) {
    const copy = frames.get(frame ?? '')
    if (copy !== undefined) add(writer, 'strokes', { ...values, frame: copy })
  }
}

/** A fractional index for each card above all that the board has, in the given order. */
function keysAbove(doc: Y.Doc, key: 'z' | 'order', cards: readonly Card[]): ReadonlyMap<string, string> {
  let last = ''
  for (const [, value] of readEach(doc, 'cards', key)) if (value > last) last = value
  return new Map(
    cards.map(({ id }) => {
      last = orderBetween(last, null)
      return [id, last]
    }),
  )
}

function byHeight(a: Card, b: Card): number {
  if (a.z !== b.z) return a.z < b.z ? -1 : 1
  return a.id < b.id ? -1 : 1
}
