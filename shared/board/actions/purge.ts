import * as Y from 'yjs'
import { endWhere, retargetedEnds } from '../ends'
import type { Fields } from '../fields'
import type { PurgeOrder } from '../purgeOrder'
import { changeRecord, readEach, readRecord, rootOf, storeRecord } from '../records'
import { COLLECTION_NAMES, COLLECTIONS, type Collection, type RecordOf } from '../schema'
import { everyRecord, type Place, wordsOf } from '../words'

/** What an order takes out of one document. */
export interface PurgePlan {
  readonly order: PurgeOrder
  /** Records that go whole. */
  readonly gone: ReadonlyMap<Collection, readonly string[]>
  /** Records that lose their own words and stay as a frame around what somebody else put inside. */
  readonly emptied: ReadonlyMap<Collection, readonly string[]>
}

/**
 * Finds what an order would take out of a document, in the bin or not.
 *
 * A person's words are their own record (name and pseudonym), the stories they told, the stories they wrote
 * down that name no teller, and every card, frame, drawing, script, character, line, observation, measure,
 * recommendation and vote of theirs. A story that somebody else told stays when only its typist goes.
 *
 * A story's words are the story and its translation, the highlights in it, and the cards that quote them or
 * came straight from it: they show its words. What was thought further (questions, ideas, lines,
 * recommendations) is the room's own and stays; `possibleRemains` shows where it repeats the story.
 *
 * Highlights in other people's stories hold no words and stay, since the cards of others rest on them. Where
 * others drew in a storyboard, or wrote in a script, it is emptied of this person's words and stays around
 * theirs. Letters that somebody wrote inside another person's record belong to that record.
 */
export function planPurge(doc: Y.Doc, order: PurgeOrder): PurgePlan {
  const { kind, id, also = [] } = order
  const going = new Set<string>([id])
  // The story and its highlights, whether they are still in this document or went from it before.
  const quoted = new Set<string>(kind === 'story' ? [id] : [])
  const take = (place: Place) => {
    going.add(place.id)
    if (place.collection === 'stories' || place.collection === 'highlights') quoted.add(place.id)
  }
  for (const place of also) take(place)
  if (kind === 'person') for (const place of ownRecords(doc, id)) take(place)
  for (const [highlight, story] of readRaw(doc, 'highlights', 'story')) {
    if (story !== null && quoted.has(story)) take({ collection: 'highlights', id: highlight })
  }
  for (const [card, highlight] of readRaw(doc, 'cards', 'highlight')) {
    if (highlight !== null && quoted.has(highlight)) going.add(card)
  }
  for (const [card, from] of readRaw(doc, 'cards', 'from')) {
    if (from.some((source) => quoted.has(source))) going.add(card)
  }
  return arrange(doc, order, going)
}

function* ownRecords(doc: Y.Doc, person: string): Generator<Place> {
  const tellers = new Map(readRaw(doc, 'stories', 'teller'))
  const voters = new Map([...readRaw(doc, 'votes', 'by'), ...readRaw(doc, 'reactions', 'by')])
  for (const collection of COLLECTION_NAMES) {
    if (collection === 'highlights' || collection === 'people') continue
    for (const [id, { by }] of readRaw(doc, collection, 'made')) {
      const owner =
        collection === 'votes' || collection === 'reactions'
          ? voters.get(id)
          : collection === 'stories'
            ? (tellers.get(id) ?? by)
            : by
      if (owner === person) yield { collection, id }
    }
  }
}

/** One value of every record, the deleted ones too: their words are in the file like all others. */
function* readRaw<C extends Collection, K extends Exclude<keyof RecordOf<C>, 'id'> & string>(
  doc: Y.Doc,
  collection: C,
  key: K,
): Generator<readonly [id: string, value: RecordOf<C>[K]]> {
  const fields: Fields = COLLECTIONS[collection]
  for (const [id, stored] of rootOf(doc, collection)) {
    if (stored instanceof Y.Map) yield [id, fields[key]?.read(stored.get(key)) as RecordOf<C>[K]]
  }
}

/** Collections whose records hold others, innermost first, and how the inner ones name the outer. */
const INSIDE = [
  ['strokes', 'frame', 'frames'],
  ['frames', 'card', 'cards'],
  ['characters', 'script', 'scripts'],
  ['lines', 'script', 'scripts'],
  ['observations', 'script', 'scripts'],
  ['votes', 'card', 'cards'],
  ['reactions', 'card', 'cards'],
] as const

function arrange(doc: Y.Doc, order: PurgeOrder, found: ReadonlySet<string>): PurgePlan {
  const going = new Set(found)
  const carrying = new Set<string>()
  for (const [inner, key, outer] of INSIDE) {
    for (const [id, stored] of rootOf(doc, inner)) {
      const holder = holderOf(stored, key)
      if (holder === null || !going.has(holder) || !rootOf(doc, outer).has(holder)) continue
      if (carrying.has(id) || (!going.has(id) && saysSomething(doc, inner, id))) carrying.add(holder)
    }
  }
  // What is left inside a record that goes whole, an empty frame for example, would hang on nothing.
  for (const [inner, key, outer] of [...INSIDE].reverse()) {
    for (const [id, stored] of rootOf(doc, inner)) {
      const holder = holderOf(stored, key)
      if (holder === null || !going.has(holder) || carrying.has(holder)) continue
      if (rootOf(doc, outer).has(holder)) going.add(id)
    }
  }
  const gone = new Map<Collection, string[]>()
  const emptied = new Map<Collection, string[]>()
  for (const { collection, id } of everyRecord(doc)) {
    if (!going.has(id)) continue
    const lists = carrying.has(id) ? emptied : gone
    const list = lists.get(collection)
    if (list) list.push(id)
    else lists.set(collection, [id])
  }
  return { order, gone, emptied }
}

function holderOf(stored: unknown, key: string): string | null {
  const holder = stored instanceof Y.Map ? stored.get(key) : null
  return typeof holder === 'string' ? holder : null
}

function saysSomething(doc: Y.Doc, collection: Collection, id: string): boolean {
  if (readRecord(doc, collection, id)?.del !== false) return false
  return collection === 'strokes' || wordsOf(doc, collection, id).length > 0
}

/** True when the order finds nothing in this document. */
export const isEmptyPlan = ({ gone, emptied }: PurgePlan): boolean => gone.size === 0 && emptied.size === 0

/** The records that a plan takes out whole, for finding them in other copies of the board. */
export const gonePlaces = ({ gone }: PurgePlan): Place[] =>
  [...gone].flatMap(([collection, ids]) => ids.map((id) => ({ collection, id })))

/**
 * Takes the records of a plan out for good, as one transaction: in a document that collects its garbage, as
 * every one but an undoing person's does, nothing of their words is left. What refers to them is tolerated
 * everywhere; cards of a theme that went are in no theme.
 */
export function purgeRecords(doc: Y.Doc, { gone, emptied }: PurgePlan): void {
  doc.transact(() => {
    const themes = new Set(gone.get('cards'))
    leaveEnds(doc, themes)
    for (const [collection, ids] of emptied) for (const id of ids) empty(doc, collection, id)
    for (const [collection, ids] of gone) for (const id of ids) rootOf(doc, collection).delete(id)
    for (const [id, theme] of readEach(doc, 'cards', 'theme')) {
      if (theme !== null && themes.has(theme)) changeRecord(doc, 'cards', id, { theme: null })
    }
  }, PURGE)
}

/** Connectors go on ending where the cards stood that go for good. */
function leaveEnds(doc: Y.Doc, gone: ReadonlySet<string>): void {
  for (const [id, ends] of readRaw(doc, 'cards', 'ends')) {
    if (!ends.some(({ card }) => card !== null && gone.has(card))) continue
    const left = retargetedEnds(ends, (card) => {
      const record = gone.has(card) ? readRecord(doc, 'cards', card) : undefined
      return record && endWhere(record, [0, 0])
    })
    changeRecord(doc, 'cards', id, { ends: left })
  }
}

const PURGE = { of: 'purge' }

/** Replaces a record by one with the same id and place, and none of its words or author. */
function empty(doc: Y.Doc, collection: Collection, id: string): void {
  if (collection === 'cards') {
    const card = readRecord(doc, 'cards', id)
    if (!card) return
    const { type, pos, size, tint, z, order, stage, theme, from, del } = card
    storeRecord(doc, 'cards', id, { type, pos, size, tint, z, order, stage, theme, from, del })
  } else if (collection === 'frames') {
    const frame = readRecord(doc, 'frames', id)
    if (frame) storeRecord(doc, 'frames', id, { card: frame.card, order: frame.order, del: frame.del })
  } else if (collection === 'scripts') {
    const script = readRecord(doc, 'scripts', id)
    if (!script) return
    const { languages, from, order, del } = script
    storeRecord(doc, 'scripts', id, { languages, from, order, del })
  }
}
