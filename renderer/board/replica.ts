import type * as Y from 'yjs'
import type { FailureCode } from '#shared/failure'
import type { Guidance, GuideOrder } from '#shared/room/guiding'
import type { Presence } from '#shared/sync/presence'
import type { ExportedCopy, PeerInfo } from '#shared/sync/protocol'
import type { PictureLine } from './pictureLine'
import type { RoomRounds } from './roundLine'
import type { Signal } from './signal'

export type { Presence } from '#shared/sync/presence'

export type Connection =
  | { readonly state: 'connecting' | 'live' | 'offline' | 'ended' }
  /** The hub refused to let this window in, or refused one of its edits: the session starts afresh. */
  | { readonly state: 'refused' | 'rejected'; readonly code: FailureCode }

export type Saving =
  | { readonly state: 'saved' | 'saving' }
  | { readonly state: 'failed'; readonly code: FailureCode }

/** This window's copy of the board document and its line to the hub. */
export interface Replica {
  readonly doc: Y.Doc
  readonly connection: Signal<Connection>
  readonly saving: Signal<Saving>
  /** Null until the hub has welcomed this window. */
  readonly me: Signal<PeerInfo | null>
  /** Every window in the room, this one included. */
  readonly people: Signal<readonly PeerInfo[]>
  /** True while guests may only look. */
  readonly isReadOnly: Signal<boolean>
  readonly rounds: RoomRounds
  /** Where whoever leads the room asks everybody to look. */
  readonly guidance: Signal<Guidance>
  /** By peer; this window is not in it. */
  readonly presences: Signal<ReadonlyMap<number, Presence>>
  /**
   * True once the hub has taken words out for good that this copy may still hold, in its history at least:
   * `renewReplica` puts a fresh one in its place.
   */
  readonly isOutdated: Signal<boolean>
  /** True while the room is on another computer that does not answer: what is written waits in this one's file. */
  readonly isAway: Signal<boolean>
  /** True once the file has edits that an earlier page of this browser could not send any more. */
  readonly isRecovered: Signal<boolean>
  /** The board's pictures, which are in its file and not in the document. */
  readonly pictures: PictureLine
  /** Guides all windows, which only a facilitator may. */
  guide(order: GuideOrder): void
  /** Tells the hub that this window saved a copy on its own device. */
  noteExport(copy: ExportedCopy): void
  /** Sent at most 20 times a second, the latest wins. */
  showPresence(presence: Presence): void
  /** Resolves once the hub's state has been merged for the first time; rejects never. */
  readonly loaded: Promise<void>
  /** The token with which the same person comes back; empty before `welcome`. */
  token(): string
  dispose(): void
}
