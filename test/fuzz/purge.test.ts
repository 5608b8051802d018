import { expect, test } from 'vitest'
import * as Y from 'yjs'
import { addCard, deleteCards, explainCard, putBackCards, writeCard } from '#shared/board/actions/cards'
import { putPerson } from '#shared/board/actions/people'
import { addFrame, addStoryboard, captionFrame } from '#shared/board/actions/prototypes'
import { isEmptyPlan, planPurge, purgeRecords } from '#shared/board/actions/purge'
import { addLine, addScript, describeScript, writeLine } from '#shared/board/actions/scripts'
import { addStory, describeStory, highlightPassage, rewritePassage } from '#shared/board/actions/stories'
import type { Writer } from '#shared/board/actions/writer'
import type { PurgeOrder } from '#shared/board/purgeOrder'
import { proseOf, rootOf } from '#shared/board/records'
import type { Collection } from '#shared/board/schema'
import { holdsWords } from '../support/findWords'
import { type Randomness, seeded } from '../support/randomness'

const PEOPLE = 3
const ROUNDS = 40

/** Words that no others begin or end like, so that none is written in part. */
function token(random: Randomness): string {
  const letters = Array.from({ length: 14 }, () => String.fromCharCode(97 + random.under(26)))
  return `${letters.join('')}`
}

interface Person {
  name: string
  doc: Y.Doc
  undo: Y.UndoManager
  /** Updates of the hub that have not arrived, and own ones that have not been sent. */
  incoming: Uint8Array[]
  outgoing: Uint8Array[]
  isStale: boolean
}

/**
 * A hub and people whose lines are slow: each holds updates back for any time. After a purge everybody is stale
 * until they have sent what they had and started afresh, as the hub and the replicas do it.
 */
function openRoom(random: Randomness) {
  const hub = new Y.Doc()
  const orders: PurgeOrder[] = []
  const arrive = (person: Person) => {
    // Nobody comes back as the person whose words were taken away.
    if (orders.some(({ id }) => id === person.name)) person.name = `${person.name}'`
    const origin = { of: 'hub' }
    person.doc = new Y.Doc()
    Y.applyUpdate(person.doc, Y.encodeStateAsUpdate(hub), origin)
    person.incoming = []
    person.outgoing = []
    person.isStale = false
    person.doc.on('update', (update: Uint8Array, from: unknown) => {
      if (from !== 'hub') person.outgoing.push(update)
    })
    person.undo = new Y.UndoManager(
      ['cards', 'stories', 'frames', 'scripts', 'lines', 'highlights', 'people'].map((name) =>
        person.doc.getMap(name),
      ),
      { trackedOrigins: new Set(['act', null]), captureTimeout: 0 },
    )
  }
  const people = Array.from({ length: PEOPLE }, (_, at): Person => {
    const doc = new Y.Doc()
    const undo = new Y.UndoManager([doc.getMap('cards')])
    return { name: `person${at}`, doc, undo, incoming: [], outgoing: [], isStale: false }
  })
  for (const person of people) arrive(person)
  hub.on('update', (update: Uint8Array, from: unknown) => {
    for (const person of people) if (person !== from) person.incoming.push(update)
  })
  return {
    hub,
    people,
    receive(person: Person, count: number) {
      for (const update of person.incoming.splice(0, count)) Y.applyUpdate(person.doc, update, 'hub')
    },
    send(person: Person, count: number) {
      const updates = person.outgoing.splice(0, count)
      hub.transact(() => {
        for (const update of updates) Y.applyUpdate(hub, update, person)
        if (person.isStale) for (const order of orders) purgeRecords(hub, planPurge(hub, order))
      }, person)
      if (person.isStale && person.outgoing.length === 0 && random.under(2) === 0) arrive(person)
    },
    purge(order: PurgeOrder) {
      orders.push(order)
      purgeRecords(hub, planPurge(hub, order))
      for (const person of people) person.isStale = true
    },
    arrive,
  }
}

function act(person: Person, random: Randomness, written: Set<string>): void {
  const writer: Writer = { doc: person.doc, person: person.name, origin: 'act', now: () => 1 }
  const any = (collection: Collection) =>
    random.of([...rootOf(person.doc, collection).keys()].sort()) ?? 'nobody'
  const words = () => {
    const made = token(random)
    written.add(made)
    return made
  }
  const acts: (() => unknown)[] = [
    () => addCard(writer, { type: 'note', text: words() }),
    () => addCard(writer, { type: 'insight', text: words(), highlight: any('highlights') }),
    () => writeCard(writer, any('cards'), words()),
    () => explainCard(writer, any('cards'), words()),
    () => deleteCards(writer, [any('cards')]),
    () => putBackCards(writer, [any('cards')]),
    () =>
      addStory(writer, { title: words(), teller: person.name, paragraphs: [{ heading: 0, text: words() }] }),
    () => {
      const story = any('stories')
      // Whole, since half a word on each side of another is still in the bytes, and to be read on the board.
      const length = proseOf(person.doc, 'stories', story, 'text')?.length ?? 0
      rewritePassage(writer, story, 'text', 0, length, words())
    },
    () => describeStory(writer, any('stories'), { title: words() }),
    () => highlightPassage(writer, any('stories'), 'text', 0, 8),
    () => addStoryboard(writer, { pos: [0, 0], text: words() }, 1),
    () => addFrame(writer, any('cards'), words()),
    () => captionFrame(writer, any('frames'), words()),
    () => describeScript(writer, addScript(writer, { title: words() }), { scene: words() }),
    () => addLine(writer, any('scripts'), { text: words() }),
    () => writeLine(writer, any('lines'), 'translation', words()),
    () => putPerson(writer, person.name, { name: words(), pseudonym: words() }),
    () => person.undo.undo(),
    () => person.undo.undo(),
    () => person.undo.redo(),
  ]
  random.of(acts)?.()
}

function shown(doc: Y.Doc): string {
  const names = ['cards', 'stories', 'frames', 'scripts', 'lines', 'people'] as const
  return JSON.stringify(names.map((name) => rootOf(doc, name).toJSON()))
}

function canonical(doc: Y.Doc): string {
  const sorted = (value: unknown): unknown => {
    if (value instanceof Uint8Array) return [...value]
    if (typeof value !== 'object' || value === null || Array.isArray(value)) return value
    return Object.fromEntries(
      Object.entries(value)
        .sort(([a], [b]) => (a < b ? -1 : 1))
        .map(([key, inner]) => [key, sorted(inner)]),
    )
  }
  const names = ['cards', 'stories', 'frames', 'scripts', 'lines', 'people', 'highlights', 'votes'] as const
  return JSON.stringify(names.map((name) => sorted(rootOf(doc, name).toJSON())))
}

test.each(Array.from({ length: 12 }, (_, seed) => seed))(
  'whatever people write, undo and send late, purged words do not come back and all see the same (seed %i)',
  (seed) => {
    const random = seeded(seed + 1)
    const room = openRoom(random)
    const written = new Set<string>()
    const purged = new Set<string>()
    const orders: PurgeOrder[] = []
    for (let round = 0; round < ROUNDS; round++) {
      for (const person of room.people) {
        act(person, random, written)
        room.receive(person, random.under(4))
        room.send(person, random.under(4))
      }
      if (random.under(12) > 0) continue
      const story = random.of([...rootOf(room.hub, 'stories').keys()].sort())
      const isStory = story !== undefined && random.under(2) === 0
      const order = isStory
        ? ({ kind: 'story', id: story } as const)
        : ({ kind: 'person', id: random.of(room.people)?.name ?? '' } as const)
      const before = [...written].filter((word) => shown(room.hub).includes(word))
      room.purge(order)
      orders.push(order)
      // Words that others had repeated, or the person wrote into others' records, are still to be seen.
      const after = shown(room.hub)
      for (const word of before) if (!after.includes(word)) purged.add(word)
    }
    for (const person of room.people) room.send(person, Number.POSITIVE_INFINITY)
    for (const person of room.people) if (person.isStale) room.arrive(person)
    for (const person of room.people) room.receive(person, Number.POSITIVE_INFINITY)

    for (const order of orders) expect(isEmptyPlan(planPurge(room.hub, order))).toBe(true)
    const now = shown(room.hub)
    const bytes = Y.encodeStateAsUpdate(room.hub)
    const bytes2 = Y.encodeStateAsUpdateV2(room.hub)
    for (const word of written) {
      const isShown = now.includes(word)
      if (purged.has(word)) expect(isShown, `${word} came back`).toBe(false)
      if (!isShown) expect([holdsWords(bytes, word), holdsWords(bytes2, word)], word).toEqual([false, false])
    }
    for (const { doc } of room.people) expect(canonical(doc)).toBe(canonical(room.hub))
  },
)
