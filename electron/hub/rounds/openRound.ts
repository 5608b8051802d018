import type * as Y from 'yjs'
import type { Writer } from '#shared/board/actions/writer'
import type { RoundAsk, RoundKindName, ShownRound } from '#shared/room/round'
import { createClock } from './clock'
import type { PersonHere, RoundKind, RoundPlace, Viewer } from './kind'
import { ROUND_KINDS } from './kinds'
import { packRecord, type RoundRecord, withoutWords } from './record'
import { createSealedDocuments, type SealedDocuments } from './sealedDocuments'
import type { SealedParts } from './sealedParts'

/** The round that runs: its kind, its time and what the file keeps of it. */
export interface OpenRound {
  readonly id: string
  readonly givesWay: boolean
  readonly leavesWords: boolean
  readonly documents: SealedDocuments
  /** The document of a person, by its name and by whose it is in `documents`; null when they have none. */
  documentOf(person: string): { readonly name: string; readonly owner: string } | null
  shownTo(viewer: Viewer): ShownRound
  ask(person: string, ask: RoundAsk): void
  next(): void
  addTime(ms: number): void
  wrote(person: string): void
  reveal(writer: Writer, at: readonly [number, number]): void
  forget(person: string): void
  record(): RoundRecord
  /** Brings what there is to the file. */
  keep(): void
  dispose(): void
}

export interface OpenRoundOptions {
  readonly board: Y.Doc
  readonly parts: SealedParts
  people(): readonly PersonHere[]
  /** Something that people are shown is different. */
  changed(): void
  /** Its time has been up for as long as its kind lingers. */
  gone(): void
  readonly now?: () => number
}

/** Opens a round as its record has it: a new one, or one that the file kept. */
export function openRound(
  id: string,
  { settings: begun, by, time, state }: RoundRecord,
  { board, parts, people, changed, gone, now }: OpenRoundOptions,
): OpenRound {
  let settings = begun
  // Every kind reads its own settings only.
  const kind = ROUND_KINDS[settings.kind] as RoundKind<RoundKindName>
  const part = parts.of(id)
  const documents = createSealedDocuments(part)
  const up = () => round.timeIsUp?.()
  const clock = createClock(time, { up, gone, lingers: kind.lingers }, now)
  const place: RoundPlace<RoundKindName> = {
    id,
    get settings() {
      return settings
    },
    board,
    sealed: part,
    documents,
    people,
    setTime(ms) {
      clock.set(ms)
      tell()
    },
    changed: () => tell(),
  }
  const record = (): RoundRecord => ({
    settings,
    by,
    time: clock.kept(),
    state: round.kept?.() ?? null,
    isCancelled: false,
  })
  const keep = () => parts.keepRecord(id, packRecord(record()))
  const tell = () => {
    keep()
    changed()
  }
  const round = kind.open(place, state ?? undefined)
  const documentOf = (person: string) => {
    if (person === '' || !kind.hasDocuments) return null
    if (!round.sharedBy) return { name: id, owner: person }
    const name = round.sharedBy(person)
    return name === null ? null : { name, owner: name }
  }

  return {
    id,
    givesWay: kind.givesWay,
    leavesWords: kind.leavesWords,
    documents,
    documentOf,
    shownTo: (viewer) => ({
      id,
      time: clock.shown(),
      document: documentOf(viewer.person)?.name ?? null,
      shown: round.shownTo(viewer),
    }),
    ask(person, ask) {
      if (ask.kind === settings.kind) round.ask?.(person, ask)
    },
    next: () => round.next?.(),
    addTime(ms) {
      clock.add(ms)
      tell()
    },
    wrote(person) {
      round.wrote?.(person)
      changed()
    },
    reveal: (writer, at) => round.reveal?.(writer, at),
    forget(person) {
      documents.forget(person)
      if (person === by) settings = withoutWords(settings)
      round.forget?.(person)
      keep()
    },
    record,
    keep,
    dispose() {
      clock.dispose()
      documents.dispose()
    },
  }
}
