import type { Side } from '#shared/board/vocabulary'
import type { OpenedBoard } from '#shared/ipc/contract'
import type { Replica } from '../board/replica'
import type { HubAddress } from '../platform/platform'

/** How a person introduces themselves to the room. */
export interface Greeting {
  /** Empty to stay anonymous. */
  readonly name: string
  readonly side: Side
  readonly languages: string[]
  /** Only watch. */
  readonly watch?: boolean
}

/** Opens a line to a hub; answers at once, the replica's `connection` says how it goes. */
export type Connect = (address: HubAddress, greeting: Greeting) => Replica

/** Everything needed to come into a board, and to come back into it. */
export interface Way {
  readonly address: HubAddress
  readonly greeting: Greeting
  /** The board's file, on the computer that has it. */
  readonly path: string | null
  /** How this app opened that file. */
  readonly board?: OpenedBoard
}
