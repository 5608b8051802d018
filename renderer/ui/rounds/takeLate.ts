import { type HiddenCard, revealCards } from '#shared/board/actions/reveal'
import { readRecord } from '#shared/board/records'
import { newId } from '#shared/id'
import type { LateCards } from '../../board/lateCards'
import type { Session } from '../../board/session'

/** Puts cards that came too late on the wall, where this window looks, as one undo step. */
export function takeLate(
  { writer, camera, undo }: Pick<Session, 'writer' | 'camera' | 'undo'>,
  late: readonly LateCards[],
  draft: string,
): void {
  const written = late.flatMap(({ cards }) => cards)
  const isThere = (id: string) => readRecord(writer.doc, 'cards', id) !== undefined
  const cards: HiddenCard[] = written.map(({ id, text }) => ({
    // The wall has an earlier wording of it, which others may have worked with since.
    id: isThere(id) ? newId() : id,
    text,
    by: writer.person,
  }))
  if (draft !== '') cards.push({ id: newId(), text: draft, by: writer.person })
  const { x, y } = camera.view.get()
  undo.mark()
  revealCards(writer, cards, [x, y])
  undo.mark()
}
