import type * as Y from 'yjs'
import * as arrange from '#shared/board/actions/arrange'
import * as bin from '#shared/board/actions/bin'
import * as cards from '#shared/board/actions/cards'
import * as cardText from '#shared/board/actions/cardText'
import * as connectors from '#shared/board/actions/connectors'
import * as copyCards from '#shared/board/actions/copyCards'
import * as held from '#shared/board/actions/held'
import * as lateWords from '#shared/board/actions/lateWords'
import * as manyCards from '#shared/board/actions/manyCards'
import * as marks from '#shared/board/actions/marks'
import * as outcomes from '#shared/board/actions/outcomes'
import * as parking from '#shared/board/actions/parking'
import * as people from '#shared/board/actions/people'
import * as prototypes from '#shared/board/actions/prototypes'
import * as purge from '#shared/board/actions/purge'
import * as reactions from '#shared/board/actions/reactions'
import * as report from '#shared/board/actions/report'
import * as restore from '#shared/board/actions/restore'
import * as reveal from '#shared/board/actions/reveal'
import * as rows from '#shared/board/actions/rows'
import * as scripts from '#shared/board/actions/scripts'
import * as seating from '#shared/board/actions/seating'
import * as stamps from '#shared/board/actions/stamps'
import * as stations from '#shared/board/actions/stations'
import * as stories from '#shared/board/actions/stories'
import * as themes from '#shared/board/actions/themes'
import * as votes from '#shared/board/actions/votes'
import type { Writer } from '#shared/board/actions/writer'
import { readBin } from '#shared/board/bin'
import type { End } from '#shared/board/fields'
import { FORMS } from '#shared/board/formats'
import { proseOf, readAll, rootOf } from '#shared/board/records'
import { type Collection, type RecordOf, ROOT_TEXTS } from '#shared/board/schema'
import {
  CONFIDENCES,
  CONSENTS,
  COUNTED_ROUNDS,
  HEADS,
  ROUTES,
  SHAPES,
  SIDES,
  STAGES,
  TINTS,
} from '#shared/board/vocabulary'
import { encodeInk } from '#shared/cards/ink'
import { SIGNS } from '#shared/cards/signs'
import { copyOf } from '../support/canonical'
import type { Randomness } from '../support/randomness'

/** The modules of shared/board/actions, by file name; `writer` holds the tools they are made of. */
export const MODULES = {
  arrange,
  cards,
  cardText,
  connectors,
  copyCards,
  held,
  lateWords,
  manyCards,
  marks,
  outcomes,
  people,
  prototypes,
  purge,
  reactions,
  report,
  restore,
  reveal,
  rows,
  scripts,
  seating,
  stamps,
  bin,
  parking,
  stations,
  stories,
  themes,
  votes,
}

/** Exports of those modules that only read. */
export const READERS = new Set([
  'framesOf',
  'reactionId',
  'voteId',
  'stationsOf',
  'castOf',
  'linesOf',
  'paragraphsOf',
  'passageOf',
  'followingKind',
  'planPurge',
  'isEmptyPlan',
  'gonePlaces',
  'writtenText',
  'createGroupCopies',
])

type Act = (writer: Writer, random: Randomness) => unknown

function records<C extends Collection>({ doc }: Writer, collection: C): RecordOf<C>[] {
  // In the same order on every machine, so that a seed repeats.
  return readAll(doc, collection).sort((a, b) => (a.id < b.id ? -1 : 1))
}

/** Any id of a collection, deleted or not, or one that nobody knows. */
function anyId({ doc }: Writer, collection: Collection, random: Randomness): string {
  return random.of([...rootOf(doc, collection).keys(), 'nobody']) ?? 'nobody'
}

const ids = (writer: Writer, collection: Collection, random: Randomness): string[] =>
  random.some([...rootOf(writer.doc, collection).keys(), 'nobody'])

/** The words of any card or caption, or of one that nobody knows. */
function anyWritten(writer: Writer, random: Randomness): cardText.Written {
  const collection = random.of(['cards', 'frames'] as const) ?? 'cards'
  return { collection, id: anyId(writer, collection, random) }
}

const spot = (random: Randomness): [number, number] => [random.under(4000) - 2000, random.under(4000) - 2000]

const anyView = (random: Randomness) => ({
  x: random.under(900),
  y: -random.under(900),
  width: random.under(2000),
  height: random.under(2000),
})

const stroke = (random: Randomness): Uint8Array =>
  encodeInk(Array.from({ length: 1 + random.under(9) }, () => [random.under(300), random.under(200), 0.5]))

/** An end on some card, pinned or not, or at a point of the wall. */
function end(writer: Writer, random: Randomness): End {
  if (random.under(4) === 0) return { card: null, at: spot(random) }
  return { card: anyId(writer, 'cards', random), at: random.of([null, [1, 0.5] as const]) ?? null }
}

/** More copies of a board that grows for minutes than fit into memory are of no use. */
const MOST_VERSIONS = 5

/** States that each document was in, as the versions of a board keep them. */
const versions = new WeakMap<Y.Doc, Y.Doc[]>()

/** One of the states that a document was in, or its present one, which is kept from now on. */
function anyVersion({ doc }: Writer, random: Randomness): Y.Doc {
  const kept = versions.get(doc) ?? []
  versions.set(doc, kept)
  const earlier = random.of([...kept, undefined])
  if (earlier) return earlier
  const present = copyOf(doc)
  if (kept.length < MOST_VERSIONS) kept.push(present)
  else kept[random.under(MOST_VERSIONS)] = present
  return present
}

/** Every action, with arguments that may make no sense. */
export const ACTS: Readonly<Record<string, Act>> = {
  addCard: (writer, random) =>
    cards.addCard(writer, {
      type:
        random.of([
          'note',
          'insight',
          'idea',
          'howMightWe',
          'ink',
          'text',
          'shape',
          'stamp',
          'somethingNewer',
        ]) ?? 'note',
      text: random.words(),
      pos: spot(random),
      tint: random.of(TINTS) ?? 'lemon',
      highlight: random.of([anyId(writer, 'highlights', random), null]) ?? null,
    }),
  revealCards: (writer, random) =>
    reveal.revealCards(
      writer,
      Array.from({ length: random.under(4) }, () => ({
        id: random.under(4) === 0 ? anyId(writer, 'cards', random) : `hidden${random.under(1_000_000)}`,
        text: random.words(),
        by: `person${random.under(3)}`,
      })),
      spot(random),
    ),
  addCards: (writer, random) =>
    manyCards.addCards(
      writer,
      Array.from({ length: random.under(4) }, () => ({
        type: random.of(['note', 'image', 'link']) ?? 'note',
        text: random.words(),
        pos: spot(random),
        asset: random.of(['', 'a'.repeat(64)]) ?? '',
      })),
    ),
  moveCards: (writer, random) => cards.moveCards(writer, ids(writer, 'cards', random), spot(random)),
  placeCards: (writer, random) =>
    cards.placeCards(writer, new Map(ids(writer, 'cards', random).map((id) => [id, spot(random)]))),
  keepHeld: (writer, random) => {
    const now = readAll(writer.doc, 'cards').sort((a, b) => (a.id < b.id ? -1 : 1))
    held.keepHeld(
      writer,
      random.some(random.under(2) === 0 ? now : now.map((card) => ({ ...card, pos: spot(random) }))),
    )
  },
  resizeCard: (writer, random) =>
    cards.resizeCard(writer, anyId(writer, 'cards', random), {
      pos: spot(random),
      size: [10 + random.under(900), 10 + random.under(900), random.of([0, 0, 15]) ?? 0],
    }),
  tintCards: (writer, random) =>
    cards.tintCards(writer, ids(writer, 'cards', random), random.of(TINTS) ?? 'sky'),
  writeCard: (writer, random) => cards.writeCard(writer, anyId(writer, 'cards', random), random.words()),
  editText: (writer, random) => {
    const written = anyWritten(writer, random)
    const length = cardText.writtenText(writer.doc, written)?.length ?? 0
    const start = random.under(length + 2)
    const change = { start, end: start + random.under(4), words: random.words() }
    cardText.editText(writer, written, [
      random.under(2) === 0 ? change : { ...change, forms: random.some(FORMS) },
    ])
  },
  formatText: (writer, random) => {
    const written = anyWritten(writer, random)
    const start = random.under(12)
    const form = random.of(FORMS) ?? 'bold'
    cardText.formatText(writer, written, [start, start + random.under(9)], form, random.under(3) > 0)
  },
  copyForms: (writer, random) =>
    cardText.copyForms(
      anyVersion(writer, random),
      anyWritten(writer, random),
      writer,
      anyWritten(writer, random),
    ),
  explainCard: (writer, random) => cards.explainCard(writer, anyId(writer, 'cards', random), random.words()),
  quoteOnCard: (writer, random) => cards.quoteOnCard(writer, anyId(writer, 'cards', random), random.words()),
  stickStamps: (writer, random) =>
    stamps.stickStamps(
      writer,
      new Map([[anyId(writer, 'cards', random), random.of([null, anyId(writer, 'cards', random)]) ?? null]]),
    ),
  changeStamp: (writer, random) =>
    stamps.changeStamp(writer, anyId(writer, 'cards', random), random.of(SIGNS) ?? 'heart'),
  weighCard: (writer, random) =>
    cards.weighCard(writer, anyId(writer, 'cards', random), random.of(CONFIDENCES) ?? ''),
  deleteCards: (writer, random) => cards.deleteCards(writer, ids(writer, 'cards', random).slice(0, 2)),
  putBackCards: (writer, random) => cards.putBackCards(writer, ids(writer, 'cards', random)),
  raiseCards: (writer, random) => cards.raiseCards(writer, ids(writer, 'cards', random)),
  duplicateCards: (writer, random) =>
    cards.duplicateCards(writer, ids(writer, 'cards', random).slice(0, 3), [24, 24]),
  groupCards: (writer, random) => arrange.groupCards(writer, ids(writer, 'cards', random)),
  ungroupCards: (writer, random) => arrange.ungroupCards(writer, ids(writer, 'cards', random)),
  lockCards: (writer, random) =>
    arrange.lockCards(writer, ids(writer, 'cards', random).slice(0, 2), random.under(3) === 0),
  lowerCards: (writer, random) => arrange.lowerCards(writer, ids(writer, 'cards', random)),
  stackCards: (writer, random) =>
    arrange.stackCards(
      writer,
      ids(writer, 'cards', random).slice(0, 3),
      random.of(['front', 'behind'] as const) ?? 'front',
      anyId(writer, 'cards', random),
    ),
  reshapeCards: (writer, random) =>
    arrange.reshapeCards(
      writer,
      new Map(
        ids(writer, 'cards', random).map((id) => [
          id,
          { pos: spot(random), size: [10 + random.under(900), 10 + random.under(900), random.under(360)] },
        ]),
      ),
    ),
  addStation: (writer, random) => stations.addStation(writer, random.words(), anyView(random)),
  renameStation: (writer, random) =>
    stations.renameStation(writer, anyId(writer, 'stations', random), random.words()),
  retakeStation: (writer, random) =>
    stations.retakeStation(writer, anyId(writer, 'stations', random), anyView(random)),
  moveStation: (writer, random) =>
    stations.moveStation(
      writer,
      anyId(writer, 'stations', random),
      random.of([null, anyId(writer, 'stations', random)]) ?? null,
    ),
  putBackBinned: (writer, random) =>
    bin.putBackBinned(writer, readBin(writer.doc).slice(0, random.under(3) + 1)),
  parkCards: (writer, random) =>
    parking.parkCards(
      writer,
      [anyId(writer, 'cards', random), anyId(writer, 'cards', random)],
      random.words(),
    ),
  deleteStation: (writer, random) => stations.deleteStation(writer, anyId(writer, 'stations', random)),
  putBackStation: (writer, random) => stations.putBackStation(writer, anyId(writer, 'stations', random)),
  connectCards: (writer, random) =>
    connectors.connectCards(
      writer,
      { ends: [end(writer, random), end(writer, random)], text: random.words() },
      spot(random),
    ),
  joinEnds: (writer, random) =>
    connectors.joinEnds(writer, anyId(writer, 'cards', random), [end(writer, random), end(writer, random)]),
  restyleConnectors: (writer, random) =>
    connectors.restyleConnectors(writer, ids(writer, 'cards', random), {
      route: random.of(ROUTES) ?? 'elbow',
      heads: random.of(HEADS) ?? 'both',
    }),
  makeFrame: (writer, random) => {
    const [x, y] = spot(random)
    const box = { x, y, width: 100 + random.under(900), height: 100 + random.under(900) }
    return marks.makeFrame(writer, box, {
      cards: ids(writer, 'cards', random),
      home: random.of([null, anyId(writer, 'cards', random)]) ?? null,
      stage: random.of(STAGES) ?? 'ideas',
    })
  },
  changeShape: (writer, random) =>
    marks.changeShape(writer, ids(writer, 'cards', random), random.of(SHAPES) ?? 'star'),
  putPerson: (writer, random) =>
    people.putPerson(writer, `person${random.under(4)}`, {
      name: random.words(),
      side: random.of(SIDES) ?? 'resident',
    }),
  addStoryboard: (writer, random) => prototypes.addStoryboard(writer, { pos: spot(random) }, random.under(4)),
  addFrame: (writer, random) => prototypes.addFrame(writer, anyId(writer, 'cards', random), random.words()),
  moveFrame: (writer, random) => {
    const frame = random.of(records(writer, 'frames'))
    if (frame) prototypes.moveFrame(writer, frame, random.of([null, anyId(writer, 'frames', random)]) ?? null)
  },
  deleteFrame: (writer, random) => prototypes.deleteFrame(writer, anyId(writer, 'frames', random)),
  captionFrame: (writer, random) =>
    prototypes.captionFrame(writer, anyId(writer, 'frames', random), random.words()),
  addStroke: (writer, random) =>
    prototypes.addStroke(writer, anyId(writer, 'frames', random), stroke(random)),
  deleteStrokes: (writer, random) => prototypes.deleteStrokes(writer, ids(writer, 'strokes', random)),
  purgeRecords: (writer, random) => {
    // Seldom, or the others have nothing left to do.
    const story = random.under(8) === 0 ? random.of(records(writer, 'stories')) : undefined
    if (story) purge.purgeRecords(writer.doc, purge.planPurge(writer.doc, { kind: 'story', id: story.id }))
  },
  describeBoard: (writer, random) =>
    report.describeBoard(writer, { title: random.words(), stage: random.of(STAGES) ?? 'ideas' }),
  writeRootText: (writer, random) =>
    report.writeRootText(writer, random.of(ROOT_TEXTS) ?? 'purpose', random.words()),
  arrangeReport: (writer, random) => report.arrangeReport(writer, { without: [random.words()] }),
  addRecommendation: (writer, random) =>
    report.addRecommendation(writer, { text: random.words(), from: ids(writer, 'cards', random) }),
  writeRecommendation: (writer, random) =>
    report.writeRecommendation(writer, anyId(writer, 'recommendations', random), random.words()),
  describeRecommendation: (writer, random) =>
    report.describeRecommendation(writer, anyId(writer, 'recommendations', random), {
      owner: random.words(),
    }),
  moveRecommendation: (writer, random) =>
    report.moveRecommendation(
      writer,
      anyId(writer, 'recommendations', random),
      random.of([null, anyId(writer, 'recommendations', random)]) ?? null,
    ),
  deleteRecommendations: (writer, random) =>
    report.deleteRecommendations(writer, ids(writer, 'recommendations', random)),
  addMeasure: (writer, random) =>
    report.addMeasure(writer, { name: random.words(), baseline: random.under(100) }),
  describeMeasure: (writer, random) =>
    report.describeMeasure(writer, anyId(writer, 'measures', random), { target: random.under(100) }),
  addScript: (writer, random) => scripts.addScript(writer, { title: random.words() }),
  describeScript: (writer, random) =>
    scripts.describeScript(writer, anyId(writer, 'scripts', random), { scene: random.words() }),
  addCharacter: (writer, random) =>
    scripts.addCharacter(writer, anyId(writer, 'scripts', random), { en: random.words() }),
  nameCharacter: (writer, random) =>
    scripts.nameCharacter(writer, anyId(writer, 'characters', random), { ar: random.words() }),
  addLine: (writer, random) =>
    scripts.addLine(
      writer,
      anyId(writer, 'scripts', random),
      { text: random.words(), translation: random.words() },
      random.of([undefined, null, anyId(writer, 'lines', random)]),
    ),
  writeLine: (writer, random) =>
    scripts.writeLine(
      writer,
      anyId(writer, 'lines', random),
      random.of(['text', 'translation'] as const) ?? 'text',
      random.words(),
    ),
  castLine: (writer, random) =>
    scripts.castLine(writer, anyId(writer, 'lines', random), {
      character: anyId(writer, 'characters', random),
      kind: random.of(['line', 'action', 'freeze'] as const) ?? 'line',
    }),
  moveLine: (writer, random) => {
    const line = random.of(records(writer, 'lines'))
    if (line) scripts.moveLine(writer, line, random.of([null, anyId(writer, 'lines', random)]) ?? null)
  },
  deleteLines: (writer, random) => scripts.deleteLines(writer, ids(writer, 'lines', random).slice(0, 1)),
  deleteScript: (writer, random) => scripts.deleteScript(writer, anyId(writer, 'scripts', random)),
  keepOutcome: (writer, random) =>
    outcomes.keepOutcome(writer, {
      round: random.of(COUNTED_ROUNDS) ?? 'vote',
      question: random.words(),
      cards: ids(writer, 'cards', random),
      counts: [random.under(9), random.under(9)],
      people: random.under(9),
    }),
  showOutcome: (writer, random) =>
    outcomes.showOutcome(writer, random.of([null, anyId(writer, 'outcomes', random)]) ?? null),
  deleteOutcome: (writer, random) => outcomes.deleteOutcome(writer, anyId(writer, 'outcomes', random)),
  putBackOutcome: (writer, random) => outcomes.putBackOutcome(writer, anyId(writer, 'outcomes', random)),
  seatPeople: (writer, random) =>
    seating.seatPeople(
      writer,
      Array.from({ length: random.under(5) }, () => ids(writer, 'people', random)),
    ),
  seatPerson: (writer, random) =>
    seating.seatPerson(writer, anyId(writer, 'people', random), random.of([null, 0, 1, 7]) ?? null),
  showTables: (writer, random) => seating.showTables(writer, random.under(2) === 0),
  rehearse: (writer, random) =>
    scripts.rehearse(writer, {
      script: anyId(writer, 'scripts', random),
      line: anyId(writer, 'lines', random),
      frozen: random.under(2) === 0,
    }),
  observe: (writer, random) =>
    scripts.observe(writer, { script: anyId(writer, 'scripts', random), text: random.words() }),
  answerObservation: (writer, random) =>
    scripts.answerObservation(writer, anyId(writer, 'observations', random), random.words()),
  addStory: (writer, random) =>
    stories.addStory(writer, {
      title: random.words(),
      paragraphs: [
        { heading: 1, text: random.words() },
        { heading: 0, text: random.words() },
      ],
    }),
  rewritePassage: (writer, random) => {
    const story = anyId(writer, 'stories', random)
    const length = proseOf(writer.doc, 'stories', story, 'text')?.length ?? 0
    const start = random.under(length + 1)
    const end = start + random.under(length - start + 1)
    stories.rewritePassage(writer, story, 'text', start, end, random.words())
  },
  describeStory: (writer, random) =>
    stories.describeStory(writer, anyId(writer, 'stories', random), {
      title: random.words(),
      consent: random.of(CONSENTS) ?? 'none',
    }),
  translateStory: (writer, random) =>
    stories.translateStory(writer, anyId(writer, 'stories', random), 'en', [
      { heading: 0, text: random.words() },
    ]),
  deleteStory: (writer, random) => stories.deleteStory(writer, anyId(writer, 'stories', random)),
  highlightPassage: (writer, random) => {
    const start = random.under(20)
    stories.highlightPassage(
      writer,
      anyId(writer, 'stories', random),
      'text',
      start,
      start + random.under(20),
    )
  },
  deleteHighlights: (writer, random) => stories.deleteHighlights(writer, ids(writer, 'highlights', random)),
  allowQuote: (writer, random) =>
    stories.allowQuote(writer, anyId(writer, 'highlights', random), random.under(2) === 0),
  makeTheme: (writer, random) => themes.makeTheme(writer, ids(writer, 'cards', random), random.words()),
  joinTheme: (writer, random) =>
    themes.joinTheme(
      writer,
      ids(writer, 'cards', random),
      random.of([null, anyId(writer, 'cards', random)]) ?? null,
    ),
  makeThemes: (writer, random) =>
    themes.makeThemes(writer, [
      { cards: ids(writer, 'cards', random), sentence: random.words() },
      { cards: ids(writer, 'cards', random), sentence: random.words() },
    ]),
  dropCards: (writer, random) =>
    themes.dropCards(writer, ids(writer, 'cards', random), spot(random), [
      {
        home: random.of([null, anyId(writer, 'cards', random)]) ?? null,
        cards: ids(writer, 'cards', random),
        after: random.of([undefined, null, anyId(writer, 'cards', random)]),
      },
    ]),
  reorderCard: (writer, random) =>
    themes.reorderCard(
      writer,
      anyId(writer, 'cards', random),
      random.of([null, anyId(writer, 'cards', random)]) ?? null,
      random.of([null, anyId(writer, 'cards', random)]) ?? null,
    ),
  keepingRows: (writer, random) => {
    const some = ids(writer, 'cards', random)
    rows.keepingRows(writer, some, () => cards.deleteCards(writer, some.slice(0, 1)))
  },
  toggleVote: (writer, random) => votes.toggleVote(writer, anyId(writer, 'cards', random)),
  toggleReaction: (writer, random) =>
    reactions.toggleReaction(
      writer,
      anyId(writer, 'cards', random),
      random.of([...SIGNS, 'somethingNewer']) ?? 'heart',
    ),
  castVote: (writer, random) =>
    votes.castVote(writer, anyId(writer, 'cards', random), `person${random.under(4)}`),
  keepLateWords: (writer, random) => {
    const card = random.of(records(writer, 'cards'))
    if (card)
      lateWords.keepLateWords(writer, card, 'and why', random.of([undefined, anyId(writer, 'cards', random)]))
  },
  restoreBoard: (writer, random) => restore.restoreBoard(writer, anyVersion(writer, random)),
  anchorHighlights: (writer) => restore.anchorHighlights(writer),
  copyCards: (writer, random) => {
    const from = anyVersion(writer, random)
    copyCards.copyCards(writer, from, random.some([...rootOf(from, 'cards').keys(), 'nobody']), spot(random))
  },
}
