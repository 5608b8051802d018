import { newId } from '../../id'
import { changeSingleton, readRecord } from '../records'
import type { Outcome } from '../schema'
import { add, putBack, remove, type Writer, write } from './writer'

/**
 * Keeps what came of a round, shows it on every screen, and returns its id. What the board has under that id already is
 * left as it is: the round was counted before, by another host.
 */
export function keepOutcome(
  writer: Writer,
  outcome: Pick<Outcome, 'round' | 'question' | 'counts' | 'people'> & Partial<Pick<Outcome, 'cards'>>,
  id = newId(),
): string {
  return write(writer, () => {
    if (readRecord(writer.doc, 'outcomes', id)) return id
    add(writer, 'outcomes', outcome, id)
    showOutcome(writer, id)
    return id
  })
}

/** Shows what came of a round on every screen; null stops showing anything of the kind. */
export function showOutcome(writer: Writer, outcome: string | null): void {
  write(writer, () => changeSingleton(writer.doc, 'live', { outcome }))
}

/** Takes an outcome off the board, and its dots off the cards. */
export function deleteOutcome(writer: Writer, id: string): void {
  remove(writer, 'outcomes', [id])
}

/** Puts an outcome that was taken off back. */
export function putBackOutcome(writer: Writer, id: string): void {
  putBack(writer, 'outcomes', [id])
}
