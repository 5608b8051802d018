import type * as Y from 'yjs'
import { readRecord } from '#shared/board/records'
import { readIdea } from '#shared/room/oneTwoFourAll'
import { readDraft, readWritten, type WrittenCard } from '#shared/room/writtenCards'

/** Cards of a round that is over, which are on no wall. */
export interface LateCards {
  readonly round: string
  /** What the round asked; empty when that is not known any more. */
  readonly question: string
  readonly cards: readonly WrittenCard[]
}

/**
 * What somebody wrote in a round after its reveal, while their line was down, or in one that was cancelled: cards that the
 * board does not have, and those that say something else there.
 */
export function lateCards(board: Y.Doc, name: string, written: Y.Doc): WrittenCard[] {
  // The idea of a four is a card with the name of its document.
  const idea = readIdea(written).trim()
  const draft = readDraft(written)
  const cards = [
    ...readWritten(written),
    ...(draft ? [{ ...draft, text: draft.text.trim() }] : []),
    ...(idea === '' ? [] : [{ id: name, text: idea, at: 0 }]),
  ].filter(({ text }) => text !== '')
  return cards.filter(({ id, text }) => readRecord(board, 'cards', id)?.text.trim() !== text)
}
