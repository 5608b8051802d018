import { expect, test } from 'vitest'
import * as Y from 'yjs'
import { restoreBoard } from '#shared/board/actions/restore'
import type { Writer } from '#shared/board/actions/writer'
import { readAll } from '#shared/board/records'
import { COLLECTION_NAMES } from '#shared/board/schema'
import { createUndo } from '../../renderer/board/undo'
import { canonical, copyOf, visible } from '../support/canonical'
import { type Randomness, seeded } from '../support/randomness'
import { ACTS } from './everyAction'

const SEEDS = Array.from({ length: 30 }, (_, seed) => seed + 1)
/** Highlights and the words beneath them come more often: they are the hardest to put back. */
const OFTEN = ['addStory', 'rewritePassage', 'rewritePassage', 'highlightPassage', 'highlightPassage']
const NAMES = [...Object.keys(ACTS).filter((name) => name !== 'restoreBoard'), ...OFTEN, ...OFTEN]

function board(client: number, random: Randomness) {
  const doc = new Y.Doc()
  doc.clientID = client
  let clock = 1
  const writer: Writer = { doc, person: `person${client}`, origin: { of: client }, now: () => clock++ }
  return { doc, writer, act: (count: number) => actOn(writer, random, count) }
}

function actOn(writer: Writer, random: Randomness, count: number): void {
  for (let acted = 0; acted < count; acted++) ACTS[random.of(NAMES) ?? '']?.(writer, random)
}

/** What a restore brings back: where the room stands and who is in it stay. */
function restored(doc: Y.Doc): unknown {
  const { people: _, meta, ...rest } = visible(doc)
  return { ...rest, meta: { ...(meta as object), stage: null, version: null } }
}

test.each(SEEDS)('whatever was done since, the board is as the version holds it (seed %i)', (seed) => {
  const random = seeded(seed)
  const { doc, writer, act } = board(1, random)
  act(80)
  const then = copyOf(doc)
  act(80)
  const people = readAll(doc, 'people')
  restoreBoard(writer, then)
  expect(restored(doc)).toEqual(restored(then))
  expect(readAll(doc, 'people')).toEqual(expect.arrayContaining(people))
  const size = Y.encodeStateAsUpdate(doc).length
  restoreBoard(writer, then)
  expect(Y.encodeStateAsUpdate(doc).length).toBe(size)
})

test.each(SEEDS)('undo of a restore is as if nothing had happened, for everybody (seed %i)', (seed) => {
  const random = seeded(1000 + seed)
  const { doc, writer, act } = board(1, random)
  act(60)
  const then = copyOf(doc)
  act(60)
  const undo = createUndo(doc, writer.origin as object)
  const guest = copyOf(doc)
  doc.on('update', (update: Uint8Array) => Y.applyUpdate(guest, update))
  const before = visible(doc)
  restoreBoard(writer, then)
  const after = visible(doc)
  for (let round = 0; round < 2; round++) {
    undo.undo()
    expect(visible(doc)).toEqual(before)
    expect(visible(guest)).toEqual(before)
    undo.redo()
    expect(visible(doc)).toEqual(after)
    expect(visible(guest)).toEqual(after)
  }
})

test.each(SEEDS)(
  'a restore while another writes converges and loses nothing of what they make (seed %i)',
  (seed) => {
    const random = seeded(2000 + seed)
    const host = board(1, random)
    host.act(50)
    const then = copyOf(host.doc)
    host.act(50)
    const guest = board(2, random)
    Y.applyUpdate(guest.doc, Y.encodeStateAsUpdate(host.doc))
    const known = new Set(COLLECTION_NAMES.flatMap((name) => [...host.doc.getMap(name).keys()]))
    restoreBoard(host.writer, then)
    guest.act(40)
    const made = COLLECTION_NAMES.flatMap((name) =>
      readAll(guest.doc, name).filter(({ id }) => !known.has(id)),
    )
    const update = Y.encodeStateAsUpdate(host.doc)
    Y.applyUpdate(host.doc, Y.encodeStateAsUpdate(guest.doc))
    Y.applyUpdate(guest.doc, update)
    expect(canonical(guest.doc)).toBe(canonical(host.doc))
    const present = new Set(COLLECTION_NAMES.flatMap((name) => readAll(host.doc, name).map(({ id }) => id)))
    expect(made.filter(({ id }) => !present.has(id))).toEqual([])
    // And what they write afterwards counts.
    guest.act(20)
    const last = visible(guest.doc)
    Y.applyUpdate(host.doc, Y.encodeStateAsUpdate(guest.doc))
    expect(visible(host.doc)).toEqual(last)
  },
)
