import {
  amount,
  amounts,
  bytes,
  choice,
  claim,
  ends,
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
import {
  CONFIDENCES,
  CONSENTS,
  COUNTED_ROUNDS,
  HEADS,
  NIBS,
  PENS,
  ROUTES,
  SHAPES,
  SIDES,
  STAGES,
  TINTS,
} from './vocabulary'

/** Raised when a board written by this program could be misread by an older one. */
export const BOARD_VERSION = 1

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
