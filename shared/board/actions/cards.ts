import { createArrangement } from '../../clustering/arrangement'
import { homesAround, isHolder } from '../../clustering/home'
import { readClusterWall } from '../clusterWall'
import { endsOn, retargetedEnds, shiftedEnds } from '../ends'
import { byOrder, inOrder, orderBetween } from '../order'
import { readAll, readEach, readRecord } from '../records'
import type { Card } from '../schema'
import type { Confidence, Tint } from '../vocabulary'
import { createGroupCopies } from './arrange'
import { copyForms } from './cardText'
import { keepingRows } from './rows'
import { add, change, present, putBack, remove, rewrite, type Writer, write } from './writer'

/** What a new card may be given; the rest takes the defaults of its kind. */
export type NewCard = Partial<Omit<Card, 'id' | 'z' | 'order' | 'made' | 'del'>> & Pick<Card, 'type'>

/** Adds a card on top of the others and at the end of its group in the outline. Returns its id. */
export function addCard(writer: Writer, card: NewCard): string {
  // At the end of the whole outline is at the end of its group too.
  return add(writer, 'cards', { z: topOf(writer, 'z'), order: topOf(writer, 'order'), ...card })
}

function topOf({ doc }: Writer, key: 'z' | 'order'): string {
  let last = ''
  for (const [, value] of readEach(doc, 'cards', key)) if (value > last) last = value
  return orderBetween(last, null)
}

/** Moves cards as one undo step, by `delta` world units. Unknown ids are ignored: a peer may have deleted them. */
export function moveCards(writer: Writer, ids: Iterable<string>, delta: readonly [number, number]): void {
  write(writer, () => {
    for (const id of ids) {
      const card = present(writer, 'cards', id)
      if (!card) continue
      const pos = [card.pos[0] + delta[0], card.pos[1] + delta[1]] as const
      const isLine = card.type === 'connector'
      change(writer, 'cards', id, isLine ? { pos, ends: shiftedEnds(card.ends, delta) } : { pos })
    }
  })
}

/** Sets the top left corners of cards, in world units, as one undo step. */
export function placeCards(writer: Writer, places: ReadonlyMap<string, readonly [number, number]>): void {
  write(writer, () => {
    for (const [id, pos] of places) change(writer, 'cards', id, { pos })
  })
}

/** Sets position, size (world units) and rotation (degrees) of one card. */
export function resizeCard(writer: Writer, id: string, box: Pick<Card, 'pos' | 'size'>): void {
  const resize = () => change(writer, 'cards', id, { pos: box.pos, size: box.size })
  if (present(writer, 'cards', id)?.theme == null) resize()
  else keepingRows(writer, [id], resize)
}

/** Recolours cards as one undo step. */
export function tintCards(writer: Writer, ids: Iterable<string>, tint: Tint): void {
  write(writer, () => {
    for (const id of ids) change(writer, 'cards', id, { tint })
  })
}

/** Rewrites a card's text by its smallest difference, so that two people can write in it. */
export function writeCard(writer: Writer, id: string, text: string): void {
  rewrite(writer, 'cards', id, 'text', text)
}

/** Says why an insight matters. */
export function explainCard(writer: Writer, id: string, why: string): void {
  change(writer, 'cards', id, { why })
}

/** Says whose words an insight quotes, when they are in no story. */
export function quoteOnCard(writer: Writer, id: string, quote: string): void {
  change(writer, 'cards', id, { quote })
}

/** Says how sure the room is of an insight; empty takes it back. */
export function weighCard(writer: Writer, id: string, confidence: Confidence): void {
  change(writer, 'cards', id, { confidence })
}

/**
 * Takes cards off the wall with the stamps on them; what lies in a theme or frame stays, in the one around it if
 * there is one, and the others close up. A connector keeps to the place where its card was, and to the card itself
 * when that is put back. One undo step.
 */
export function deleteCards(writer: Writer, ids: Iterable<string>): void {
  const gone = new Set(ids)
  const wall = readClusterWall(writer.doc)
  const { cardOf } = wall
  const homes = new Map(
    [...gone].map((id) => [id, homesAround(cardOf, id).find((home) => !gone.has(home)) ?? null]),
  )
  const { boxOf } = createArrangement(wall)
  keepingRows(writer, gone, () => {
    for (const id of gone) {
      const card = cardOf(id)
      // The field of a theme follows its cards, which leave it: what ends on it would jump to where it was made.
      const field = card?.type === 'theme' ? boxOf(id) : undefined
      if (field)
        change(writer, 'cards', id, { pos: [field.x, field.y], size: [field.width, field.height, 0] })
      // A stamp that is thrown away by itself does not come back with the card that it was on.
      const isLoose = card?.type === 'stamp' && card.theme !== null && !gone.has(card.theme)
      if (isLoose) change(writer, 'cards', id, { theme: null })
    }
    remove(writer, 'cards', gone)
    for (const [id, theme] of readEach(writer.doc, 'cards', 'theme')) {
      const home = theme === null ? undefined : homes.get(theme)
      if (home === undefined || theme === null) continue
      if (cardOf(id)?.type !== 'stamp') change(writer, 'cards', id, { theme: home })
      else if (isHolder(cardOf(theme)?.type ?? ''))
        change(writer, 'cards', id, { theme: cardOf(home ?? '')?.type === 'frame' ? home : null })
      else remove(writer, 'cards', [id])
    }
  })
}

/** Puts deleted cards back on the wall, with the stamps that went with them. */
export function putBackCards(writer: Writer, ids: Iterable<string>): void {
  const back = new Set(ids)
  const stamps = [...readEach(writer.doc, 'cards', 'theme', true)].flatMap(([id, theme]) =>
    theme !== null && back.has(theme) && readRecord(writer.doc, 'cards', id)?.type === 'stamp' ? [id] : [],
  )
  putBack(writer, 'cards', [...back, ...stamps])
}

/** Brings cards in front of all others, keeping their order among themselves. */
export function raiseCards(writer: Writer, ids: Iterable<string>): void {
  write(writer, () => {
    let top = topOf(writer, 'z')
    for (const id of inPaintingOrder(writer, ids)) {
      change(writer, 'cards', id, { z: top })
      top = orderBetween(top, null)
    }
  })
}

function inPaintingOrder(writer: Writer, ids: Iterable<string>): string[] {
  return [...ids]
    .map((id) => ({ id, order: present(writer, 'cards', id)?.z ?? '' }))
    .sort(byOrder)
    .map(({ id }) => id)
}

/**
 * Adds copies of cards, `delta` world units away, and returns their ids in the given order. Copies of a group
 * are a group, copies of what lies in a copied theme lie in the copy, and a copied connector joins the copies.
 */
export function duplicateCards(
  writer: Writer,
  ids: Iterable<string>,
  delta: readonly [number, number],
): string[] {
  const groupOf = createGroupCopies()
  const originals = inPaintingOrder(writer, ids)
  const copies = new Map<string, string>()
  return keepingRows(writer, originals, () => {
    for (const id of originals) {
      const card = present(writer, 'cards', id)
      if (!card) continue
      const { id: _, z: __, order: ___, made: ____, del: _____, ...values } = card
      const copy = addCard(writer, {
        ...values,
        group: groupOf(card.group),
        pos: [card.pos[0] + delta[0], card.pos[1] + delta[1]],
        ...(card.type === 'connector' ? { ends: shiftedEnds(card.ends, delta) } : {}),
      })
      copies.set(id, copy)
      copyForms(writer.doc, { collection: 'cards', id }, writer, { collection: 'cards', id: copy })
      copyFrames(writer, id, copy)
    }
    for (const copy of copies.values()) {
      const card = present(writer, 'cards', copy)
      const theme = copies.get(card?.theme ?? '')
      if (theme !== undefined) change(writer, 'cards', copy, { theme })
      if (card?.type === 'connector')
        change(writer, 'cards', copy, { ends: retargetedEnds(card.ends, endsOn(copies)) })
    }
    return [...copies.values()]
  })
}

/** Gives a storyboard copies of another one's frames, with their captions and drawings. */
function copyFrames(writer: Writer, from: string, to: string): void {
  const frames = inOrder(readAll(writer.doc, 'frames').filter(({ card }) => card === from))
  if (frames.length === 0) return
  const strokes = readAll(writer.doc, 'strokes')
  write(writer, () => {
    for (const { id, caption, order } of frames) {
      const frame = add(writer, 'frames', { card: to, caption, order })
      copyForms(writer.doc, { collection: 'frames', id }, writer, { collection: 'frames', id: frame })
      for (const { ink, tint, pen, nib } of strokes.filter((stroke) => stroke.frame === id))
        add(writer, 'strokes', { frame, ink, tint, pen, nib })
    }
  })
}
