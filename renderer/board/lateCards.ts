import type * as Y from 'yjs'
import { readRecord } from '#shared/board/schema'
import { readWritten, type WrittenCard } from '#shared/room/writtenCards'

/** Cards of a round that is over, which are on no wall. */
export interface LateCards {
  readonly round: string
  /** What the round asked; empty when that is not known any more. */
  readonly question: string
  readonly cards: readonly WrittenCard[]
}

/**
 * What somebody wrote in a round after its reveal, while their line was down: cards that the board does not have, and
 * those that say something else there.
 */
export function lateCards(board: Y.Doc, written: Y.Doc): WrittenCard[] {
  return readWritten(written).filter(({ id, text }) => readRecord(board, 'cards', id)?.text.trim() !== text)
}
