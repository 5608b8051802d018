import * as Y from 'yjs'
import {
  amount,
  amounts,
  bytes,
  choice,
  claim,
  ends,
  type Field,
  type Fields,
  made,
  numbers,
  prose,
  reference,
  type Snapshot,
  word,
  wordings,
  wordLists,
  words,
} from './fields'
import { replaceProse } from './prose'

/** Raised when a board written by this program could be misread by an older one. */
export const BOARD_VERSION = 1

export const STAGES = ['purpose', 'stories', 'insights', 'ideas', 'prototype', 'rehearse', 'report'] as const
export type Stage = (typeof STAGES)[number]

export const SIDES = ['resident', 'professional', 'politician', 'facilitator'] as const
export type Side = (typeof SIDES)[number]

export const TINTS = ['lemon', 'sky', 'mint', 'rose', 'lilac', 'peach', 'sand', 'white'] as const
export type Tint = (typeof TINTS)[number]

export const SHAPES = [
  'rectangle',
  'rounded',
  'ellipse',
  'diamond',
  'triangle',
  'hexagon',
  'arrow',
  'star',
  'speech',
] as const
export type Shape = (typeof SHAPES)[number]

export const PENS = ['pen', 'highlighter'] as const
export type Pen = (typeof PENS)[number]

/** How wide a pen draws. */
export const NIBS = ['fine', 'medium', 'broad'] as const
export type Nib = (typeof NIBS)[number]

/** How a connector goes from one end to the other. */
export const ROUTES = ['straight', 'elbow', 'curved'] as const
export type Route = (typeof ROUTES)[number]

/** Which ends of a connector have an arrowhead. */
export const HEADS = ['none', 'start', 'end', 'both'] as const
export type Heads = (typeof HEADS)[number]

/** How sure the room is of an insight; empty when nobody has said. */
export const CONFIDENCES = ['', 'guess', 'likely', 'sure'] as const
export type Confidence = (typeof CONFIDENCES)[number]

export const CONSENTS = ['publish', 'quotes', 'none'] as const
export type Consent = (typeof CONSENTS)[number]

/** The rounds that leave numbers behind. */
export const COUNTED_ROUNDS = ['vote', 'energyAtStart', 'energyAtEnd'] as const
export type CountedRound = (typeof COUNTED_ROUNDS)[number]

/**
 * The whole layout of a board document. Every collection is a root `Y.Map` of id → `Y.Map`, so that two
 * hosts who start the same board apart never create rival containers. Grouped values (`pos`, `size`,
 * `made`) are atomic and keep files small. `del` marks a deleted record, and `gone` says when that was (ms
 * since 1970); it is never removed, because a hard delete, a remote edit and an undo together would lose the edit.
 */
export const COLLECTIONS = {
  cards: {
    type: word('note'),
    /** Top left corner in world units. */
    pos: numbers([0, 0]),
    /** Width and height in world units, rotation in degrees. */
    size: numbers([240, 160, 0]),
    tint: choice(TINTS, 'lemon'),
    /** Fractional index of the painting order; the id breaks ties. */
    z: word(),
    /** Fractional index of the place in the outline; the id breaks ties. */
    order: word(),
    made: made(),
    stage: choice(STAGES, 'insights'),
    text: prose(),
    /** The theme or frame card that this card lies in, as they may too; for a stamp, the card it is stuck on. */
    theme: reference(),
    /** Cards that share this id are one thing to the hand. No record has it. */
    group: reference(),
    /** Stays where it is until somebody unlocks it. */
    locked: claim(),
    /** Who locked it, and may unlock it besides its maker and whoever leads. */
    lockedBy: reference(),
    /** The records this one came from: the links of the thread. */
    from: words(),
    /** The passage that an insight quotes. */
    highlight: reference(),
    /** Words of an insight's quote that are in no story: nobody's consent is known for them. */
    quote: word(),
    /** Why it matters (insights). */
    why: word(),
    confidence: choice(CONFIDENCES, ''),
    /** Strokes of an ink card, see `shared/cards/ink.ts`. */
    ink: bytes(),
    pen: choice(PENS, 'pen'),
    nib: choice(NIBS, 'medium'),
    shape: choice(SHAPES, 'rectangle'),
    /** What a connector joins. */
    ends: ends(),
    route: choice(ROUTES, 'straight'),
    heads: choice(HEADS, 'end'),
    /** A picture in the board file, by the hexadecimal SHA-256 of its bytes; its width and height in pixels. */
    asset: word(),
    pixels: numbers([0, 0]),
    /** Where a link card leads. */
    link: word(),
    /** The sign of a stamp by its name, see `shared/cards/signs.ts`. */
    sign: word(),
    /** The person or the measure that a card stands for. */
    record: reference(),
    del: claim(),
    gone: amount(),
  },
  /** The panels of a storyboard. */
  frames: { card: reference(), order: word(), made: made(), caption: prose(), del: claim(), gone: amount() },
  /** Pen strokes inside a frame, in frame units (320 × 200). */
  strokes: {
    frame: reference(),
    ink: bytes(),
    /** A tint; `ink`, `accent` and `danger` are known too. */
    tint: word('ink'),
    pen: choice(PENS, 'pen'),
    nib: choice(NIBS, 'medium'),
    made: made(),
    del: claim(),
    gone: amount(),
  },
  stories: {
    title: word(),
    language: word('en'),
    teller: reference(),
    collected: word(),
    consent: choice(CONSENTS, 'none'),
    order: word(),
    made: made(),
    /** Paragraphs end with a newline; heading lines carry the attribute `heading: 1 | 2 | 3`. */
    text: prose(),
    translationLanguage: word(),
    translation: prose(),
    del: claim(),
    gone: amount(),
  },
  highlights: {
    story: reference(),
    part: choice(['text', 'translation'], 'text'),
    /** Encoded Yjs relative positions, so that the highlight stays on its words. */
    start: bytes(),
    end: bytes(),
    publish: claim(true),
    made: made(),
    del: claim(),
    gone: amount(),
  },
  people: {
    name: word(),
    pseudonym: word(),
    side: choice(SIDES, 'resident'),
    languages: words(),
    made: made(),
    del: claim(),
    gone: amount(),
  },
  scripts: {
    title: word(),
    scene: word(),
    place: word(),
    languages: words(),
    from: words(),
    order: word(),
    made: made(),
    del: claim(),
    gone: amount(),
  },
  characters: {
    script: reference(),
    name: wordings(),
    order: word(),
    made: made(),
    del: claim(),
    gone: amount(),
  },
  lines: {
    script: reference(),
    character: reference(),
    kind: choice(['line', 'action', 'freeze'], 'line'),
    order: word(),
    made: made(),
    /** The words in the script's first language and in its second. */
    text: prose(),
    translation: prose(),
    del: claim(),
    gone: amount(),
  },
  observations: {
    script: reference(),
    line: reference(),
    kind: choice(['problem', 'insight', 'idea', 'question'], 'problem'),
    text: prose(),
    change: word(),
    made: made(),
    del: claim(),
    gone: amount(),
  },
  votes: { card: reference(), by: reference(), made: made(), del: claim(), gone: amount() },
  /** What people answer a card with; signs as for stamps. The id is made of card, person and sign. */
  reactions: { card: reference(), by: reference(), sign: word(), made: made(), del: claim(), gone: amount() },
  /** What came of a blind vote, or of asking how people feel: counts only, and never who gave what. */
  outcomes: {
    round: choice(COUNTED_ROUNDS, 'vote'),
    question: word(),
    /** The cards that a vote was about, those with most dots first. */
    cards: words(),
    /** The dots of each of those cards; or how many chose each face, from the unhappiest on. */
    counts: amounts(),
    /** How many took part. */
    people: amount(),
    made: made(),
    del: claim(),
    gone: amount(),
  },
  /** Named views of the wall, in the order in which a facilitator goes through them. */
  stations: {
    name: word(),
    /** x, y, width and height of what is shown, in world units. */
    view: numbers([0, 0, 0, 0]),
    order: word(),
    made: made(),
    del: claim(),
    gone: amount(),
  },
  measures: {
    name: word(),
    unit: word(),
    baseline: amount(),
    target: amount(),
    source: word(),
    status: choice(['expected', 'observed'], 'expected'),
    from: words(),
    order: word(),
    made: made(),
    del: claim(),
    gone: amount(),
  },
  recommendations: {
    text: prose(),
    from: words(),
    owner: word(),
    by: word(),
    reason: word(),
    order: word(),
    made: made(),
    del: claim(),
    gone: amount(),
  },
} as const satisfies Record<string, Fields>

/** Values the board has exactly one of. */
export const SINGLETONS = {
  meta: {
    version: amount(BOARD_VERSION),
    title: word(),
    place: word(),
    date: word(),
    language: word('en'),
    stage: choice(STAGES, 'stories'),
    /** The theme with what the room keeps for later. */
    parking: reference(),
    made: made(),
  },
  report: {
    title: word(),
    /** Sections left out by the editor; a new kind of section is in unless it is put out. */
    without: words(),
  },
  /** Who sits where: the ids of the people at each table, from the first table on. */
  seating: { tables: wordLists() },
  /** What the room is doing now. */
  live: {
    /** The rehearsal's place in its script. */
    script: reference(),
    line: reference(),
    frozen: claim(),
    /** Every screen shows the tables. */
    seating: claim(),
    /** What came of a round, and is shown on every screen. */
    outcome: reference(),
  },
} as const satisfies Record<string, Fields>

/** Texts the board has exactly one of; root types, so that two hosts never make rivals. */
export const ROOT_TEXTS = ['purpose', 'summary'] as const
export type RootText = (typeof ROOT_TEXTS)[number]

export type Collection = keyof typeof COLLECTIONS
export type Singleton = keyof typeof SINGLETONS
export type RecordOf<C extends Collection> = Snapshot<(typeof COLLECTIONS)[C]>
export type SingletonOf<S extends Singleton> = Omit<Snapshot<(typeof SINGLETONS)[S]>, 'id'>

export type Card = RecordOf<'cards'>
export type Frame = RecordOf<'frames'>
export type Stroke = RecordOf<'strokes'>
export type Story = RecordOf<'stories'>
export type Highlight = RecordOf<'highlights'>
export type Person = RecordOf<'people'>
export type Script = RecordOf<'scripts'>
export type Character = RecordOf<'characters'>
export type Line = RecordOf<'lines'>
export type Observation = RecordOf<'observations'>
export type Vote = RecordOf<'votes'>
export type Reaction = RecordOf<'reactions'>
export type Outcome = RecordOf<'outcomes'>
export type Station = RecordOf<'stations'>
export type Measure = RecordOf<'measures'>
export type Recommendation = RecordOf<'recommendations'>

export const COLLECTION_NAMES = Object.keys(COLLECTIONS) as readonly Collection[]
export const SINGLETON_NAMES = Object.keys(SINGLETONS) as readonly Singleton[]

/** The shared container of a collection. */
export function rootOf(doc: Y.Doc, name: Collection | Singleton): Y.Map<unknown> {
  return doc.getMap(name)
}

/** A text the board has exactly one of. */
export function rootText(doc: Y.Doc, name: RootText): Y.Text {
  return doc.getText(name)
}

/** The stored record, deleted or not; undefined when there is none with this id. */
export function storedRecord(doc: Y.Doc, collection: Collection, id: string): Y.Map<unknown> | undefined {
  const stored = rootOf(doc, collection).get(id)
  return stored instanceof Y.Map ? stored : undefined
}

/** The shared text behind a `prose` field; undefined when the record or the field is missing. */
export function proseOf(doc: Y.Doc, collection: Collection, id: string, field: string): Y.Text | undefined {
  const stored = storedRecord(doc, collection, id)?.get(field)
  return stored instanceof Y.Text ? stored : undefined
}

interface Reader {
  /** What a record reads as when nothing is stored. */
  readonly blank: Readonly<Record<string, unknown>>
  /** A map, because a peer may have stored anything under any name. */
  readonly fields: ReadonlyMap<string, Field<unknown>>
}

/** Made once for each layout: a board of ten thousand cards reads as many records. */
const readers = new Map<Fields, Reader>()

function readerOf(layout: Fields): Reader {
  let reader = readers.get(layout)
  if (!reader) {
    const entries = Object.entries(layout)
    reader = {
      // The literal around it makes an object that is fast to copy.
      blank: { ...Object.fromEntries(entries.map(([key, { empty }]) => [key, empty])) },
      fields: new Map(entries),
    }
    readers.set(layout, reader)
  }
  return reader
}

function readFields(layout: Fields, stored: Y.Map<unknown>): Record<string, unknown> {
  const { blank, fields } = readerOf(layout)
  const snapshot = { ...blank }
  stored.forEach((value, key) => {
    const field = fields.get(key)
    if (field) snapshot[key] = field.read(value)
  })
  return snapshot
}

/** A frozen snapshot of one record, deleted or not; undefined when there is none with this id. */
export function readRecord<C extends Collection>(
  doc: Y.Doc,
  collection: C,
  id: string,
): RecordOf<C> | undefined {
  const stored = storedRecord(doc, collection, id)
  if (!stored) return undefined
  const snapshot = readFields(COLLECTIONS[collection], stored)
  snapshot.id = id
  return Object.freeze(snapshot) as RecordOf<C>
}

/** One value of a record; undefined when the record does not exist. */
export function readField<C extends Collection, K extends Exclude<keyof RecordOf<C>, 'id'> & string>(
  doc: Y.Doc,
  collection: C,
  id: string,
  key: K,
): RecordOf<C>[K] | undefined {
  const fields: Fields = COLLECTIONS[collection]
  const stored = storedRecord(doc, collection, id)
  return stored && (fields[key]?.read(stored.get(key)) as RecordOf<C>[K])
}

/** Frozen snapshots of every record of a collection that is not deleted, in no particular order. */
export function readAll<C extends Collection>(doc: Y.Doc, collection: C): RecordOf<C>[] {
  const records: RecordOf<C>[] = []
  for (const id of rootOf(doc, collection).keys()) {
    const record = readRecord(doc, collection, id)
    if (record && !record.del) records.push(record)
  }
  return records
}

/**
 * One value of every record of a collection that is not deleted, without reading the others: for
 * questions such as “which is on top” that a board of ten thousand cards must answer at once.
 */
export function* readEach<C extends Collection, K extends Exclude<keyof RecordOf<C>, 'id'> & string>(
  doc: Y.Doc,
  collection: C,
  key: K,
  /** Those that are deleted instead. */
  isDeleted = false,
): Generator<readonly [id: string, value: RecordOf<C>[K]]> {
  const fields: Fields = COLLECTIONS[collection]
  for (const [id, stored] of rootOf(doc, collection)) {
    if (stored instanceof Y.Map && (fields.del?.read(stored.get('del')) === true) === isDeleted)
      yield [id, fields[key]?.read(stored.get(key)) as RecordOf<C>[K]]
  }
}

/** A frozen snapshot of a singleton. */
export function readSingleton<S extends Singleton>(doc: Y.Doc, name: S): SingletonOf<S> {
  return Object.freeze(readFields(SINGLETONS[name], rootOf(doc, name))) as SingletonOf<S>
}

/** Places a new record in the document. Fields that are not given are stored empty. */
export function storeRecord<C extends Collection>(
  doc: Y.Doc,
  collection: C,
  id: string,
  values: Partial<Omit<RecordOf<C>, 'id'>>,
): void {
  const fields: Fields = COLLECTIONS[collection]
  const given = values as Record<string, unknown>
  const stored = new Y.Map<unknown>()
  for (const key in fields) {
    const field = fields[key]
    if (!field) continue
    const value = given[key]
    // Empty prose is stored too: two peers who each created the text on first use would lose one.
    if (value !== undefined) stored.set(key, field.store(value))
    else if (field.isText) stored.set(key, new Y.Text())
  }
  rootOf(doc, collection).set(id, stored)
}

/** Replaces values of a record. Ignored when the record does not exist. Prose is edited, never replaced. */
export function changeRecord<C extends Collection>(
  doc: Y.Doc,
  collection: C,
  id: string,
  values: Partial<Omit<RecordOf<C>, 'id'>>,
): void {
  const stored = storedRecord(doc, collection, id)
  if (!stored) return
  writeFields(COLLECTIONS[collection], stored, values as Record<string, unknown>)
}

/** Replaces values of a singleton. */
export function changeSingleton<S extends Singleton>(
  doc: Y.Doc,
  name: S,
  values: Partial<SingletonOf<S>>,
): void {
  writeFields(SINGLETONS[name], rootOf(doc, name), values as Record<string, unknown>)
}

function writeFields(fields: Fields, stored: Y.Map<unknown>, values: Record<string, unknown>): void {
  for (const key in values) {
    const field = fields[key]
    if (!field || values[key] === undefined) continue
    const value = field.store(values[key])
    const present = stored.get(key)
    if (value instanceof Y.Text && present instanceof Y.Text) replaceProse(present, String(values[key]))
    else stored.set(key, value)
  }
}
