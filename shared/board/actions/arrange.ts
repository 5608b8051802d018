import { newId } from '#shared/id'
import { byOrder, orderBetween } from '../order'
import { readEach } from '../records'
import type { Card } from '../schema'
import { keepingRows } from './rows'
import { change, present, type Writer, write } from './writer'

/** Makes cards one thing to the hand and returns the group's id. Each leaves the group it was in. */
export function groupCards(writer: Writer, ids: Iterable<string>): string {
  const group = newId()
  write(writer, () => {
    for (const id of ids) change(writer, 'cards', id, { group })
  })
  return group
}

/** Finds the group for the copy of a card by the group of the card: always the same new one for the same one. */
export function createGroupCopies(): (group: string | null) => string | null {
  const copies = new Map<string, string>()
  return (group) => {
    if (group === null) return null
    const copy = copies.get(group) ?? newId()
    copies.set(group, copy)
    return copy
  }
}

/** Takes cards out of their groups. */
export function ungroupCards(writer: Writer, ids: Iterable<string>): void {
  write(writer, () => {
    for (const id of ids)
      if (present(writer, 'cards', id)?.group) change(writer, 'cards', id, { group: null })
  })
}

/** Locks cards where they are, or unlocks them. */
export function lockCards(writer: Writer, ids: Iterable<string>, locked: boolean): void {
  write(writer, () => {
    const lockedBy = locked ? writer.person : null
    for (const id of ids) change(writer, 'cards', id, { locked, lockedBy })
  })
}

/** Sets position, size and rotation of several cards as one undo step. */
export function reshapeCards(writer: Writer, boxes: ReadonlyMap<string, Pick<Card, 'pos' | 'size'>>): void {
  const reshape = () => {
    for (const [id, { pos, size }] of boxes) change(writer, 'cards', id, { pos, size })
  }
  const inThemes = [...boxes.keys()].filter((id) => present(writer, 'cards', id)?.theme != null)
  if (inThemes.length === 0) write(writer, reshape)
  else keepingRows(writer, inThemes, reshape)
}

/** Puts cards behind all others, keeping their order among themselves. */
export function lowerCards(writer: Writer, ids: Iterable<string>): void {
  const low = new Set(ids)
  let lowest: string | null = null
  for (const [id, z] of readEach(writer.doc, 'cards', 'z'))
    if (!low.has(id) && (lowest === null || z < lowest)) lowest = z
  stackBetween(writer, low, null, lowest)
}

/**
 * Puts cards right in front of the card `beside`, or right behind it, keeping their order among themselves.
 * Ignored when `beside` is gone.
 */
export function stackCards(
  writer: Writer,
  ids: Iterable<string>,
  side: 'front' | 'behind',
  beside: string,
): void {
  const moving = new Set(ids)
  const at = present(writer, 'cards', beside)?.z
  if (at === undefined) return
  let next: string | null = null
  for (const [id, z] of readEach(writer.doc, 'cards', 'z')) {
    if (moving.has(id) || id === beside) continue
    if (side === 'front' ? z > at && (next === null || z < next) : z < at && (next === null || z > next))
      next = z
  }
  if (side === 'front') stackBetween(writer, moving, at, next)
  else stackBetween(writer, moving, next, at)
}

function stackBetween(writer: Writer, ids: Iterable<string>, low: string | null, high: string | null): void {
  write(writer, () => {
    let last = low
    const cards = [...ids].flatMap((id) => present(writer, 'cards', id) ?? [])
    for (const { id } of cards.map(({ id, z }) => ({ id, order: z })).sort(byOrder)) {
      last = orderBetween(last, high)
      change(writer, 'cards', id, { z: last })
    }
  })
}
