import type { Result } from '#shared/failure'
import type { RoomPlace } from '#shared/sync/place'

/** What a computer of the room can be asked. */
export type Ask =
  /** Makes a board and opens its room; the answer is the invitation. */
  | { readonly do: 'host'; readonly title: string }
  /** Opens the room whose host is gone; the answer is the invitation. */
  | { readonly do: 'hostHere' }
  /** The rooms that have told of themselves so far. */
  | { readonly do: 'look' }
  /** Joins as a desktop app does. */
  | { readonly do: 'join'; readonly place: RoomPlace; readonly code: string }
  /** Joins as a browser does; `url` is that of the socket. */
  | { readonly do: 'browse'; readonly url: string; readonly code: string }
  | { readonly do: 'write'; readonly words: string }
  /** Answers once cards with all of these words are on the board. */
  | { readonly do: 'has'; readonly words: readonly string[] }
  /** Answers once it is known that the room is away. */
  | { readonly do: 'noticesAway' }
  /** The canonical board, once everything is saved. */
  | { readonly do: 'board' }
export type Answer = Result<unknown>
