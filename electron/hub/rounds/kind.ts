import type * as Y from 'yjs'
import type { Writer } from '#shared/board/actions/writer'
import type { Side } from '#shared/board/vocabulary'
import type { AskOf, RoundKindName, SettingsOf, ShownOf } from '#shared/room/round'

/**
 * One kind of round. The mechanism (`rounds.ts`) does what all have in common: one round at a time, its time, who may
 * order what, who is told, what the file keeps, and the one transaction in which an outcome comes onto the board. A
 * kind says what people may ask in it, what each of them is shown, and what comes of it.
 */
export interface RoundKind<K extends RoundKindName> {
  readonly name: K
  /** Another round may begin in its place: there is nothing in it that could be lost. */
  readonly givesWay: boolean
  /** Milliseconds after the end of its time when it ends by itself; null when only a facilitator ends it. */
  readonly lingers: number | null
  /** People write in documents in it, which are synced with their own windows only. */
  readonly hasDocuments: boolean
  /** What people have in those stays theirs when it is cancelled. */
  readonly leavesWords: boolean
  /**
   * Begins, or goes on after the hub was gone: `kept` is then what `kept()` gave last, or whatever a damaged file made
   * of it, and must be parsed. Nothing may be written here.
   */
  open(place: RoundPlace<K>, kept?: unknown): RunningRound<K>
}

/** A round under way. Nothing in it throws, whatever it is asked. */
export interface RunningRound<K extends RoundKindName> {
  /** What this viewer sees of it; told anew after every `place.changed()`. */
  shownTo(viewer: Viewer): ShownOf<K>
  /** Somebody who may write asks for something. What makes no sense is ignored. */
  ask?(person: string, ask: AskOf<K>): void
  /** The facilitator goes on to the next step. */
  next?(): void
  /** The time is up; called once each time. Nothing has to end for that. */
  timeIsUp?(): void
  /**
   * The document that this person writes in together with others; null as long as they are in no group. Without this
   * everybody has one of their own.
   */
  sharedBy?(person: string): string | null
  /** A person has changed their document. */
  wrote?(person: string): void
  /**
   * Writes what came of it into the board, inside the transaction of the mechanism, which also lets go of everything
   * that was sealed. `at` is where the facilitator looks, in world units.
   */
  reveal?(writer: Writer, at: readonly [number, number]): void
  /** What the file is to keep beside the settings and the sealed part, as JSON. No words of a person. */
  kept?(): unknown
  /** Words of a person are taken out for good: nothing of them may stay. Their sealed part is gone already. */
  forget?(person: string): void
}

/** Who is shown a round: a person's window, or with an empty `person` one that only watches. */
export interface Viewer {
  readonly person: string
  readonly isFacilitator: boolean
}

/** Somebody who is in the room with a window that may write. */
export interface PersonHere {
  readonly person: string
  readonly name: string
  readonly side: Side
  readonly isFacilitator: boolean
}

/** What a kind has to work with. */
export interface RoundPlace<K extends RoundKindName> {
  readonly id: string
  readonly settings: SettingsOf<K>
  /** The board, to read. */
  readonly board: Y.Doc
  readonly sealed: SealedPart
  readonly documents: PersonDocuments
  /** Everybody who is in, each person once however many windows they have. Peers that are no person are not in it. */
  people(): readonly PersonHere[]
  /** Gives the round so much time from now on, ms; null for no end. */
  setTime(ms: number | null): void
  /** Something is different: the file keeps it, and everybody is shown it in a moment. */
  changed(): void
}

/**
 * The sealed part of a round: bytes of each person that no other person is sent, in the board file as soon as what
 * `changed` or `keep` were called for is saved.
 */
export interface SealedPart {
  get(person: string): Uint8Array | undefined
  /** Null takes it away. */
  keep(person: string, bytes: Uint8Array | null): void
  people(): readonly string[]
}

/** The documents of a kind that has them, kept in its sealed part: by person, or by the name of a shared one. */
export interface PersonDocuments {
  /** To read; undefined as long as there is none. */
  of(owner: string): Y.Doc | undefined
  people(): readonly string[]
  /** Takes one away for good. */
  forget(owner: string): void
}
