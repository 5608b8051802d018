import { changeSingleton, type Outcome } from '../schema'
import { add, putBack, remove, type Writer, write } from './writer'

/** Keeps what came of a round, shows it on every screen, and returns its id. */
export function keepOutcome(
  writer: Writer,
  outcome: Pick<Outcome, 'round' | 'question' | 'counts' | 'people'> & Partial<Pick<Outcome, 'cards'>>,
): string {
  return write(writer, () => {
    const id = add(writer, 'outcomes', outcome)
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
