import { deleteCards } from '#shared/board/actions/cards'
import { copyCards } from '#shared/board/actions/copyCards'
import { unionOf } from '#shared/cards/box'
import { withMembers } from '../../board/members'
import type { Session } from '../../board/session'
import { roomFor } from './roomFor'
import type { TwoWalls } from './useTwoWalls'

/** The cards chosen on the wall of a version and, for themes, their cards. */
export function chosenCards(past: Session): ReadonlySet<string> {
  return withMembers(past, past.selection.ids.get())
}

/**
 * Copies the chosen cards of a version to the board, where they lay or as near as there is room, as one
 * undo step. They are selected and in view on the board's own wall and on the one beside the version.
 * Returns how many they are and the way to take them back.
 */
export function copyChosen(
  board: Session,
  { past, present }: TwoWalls,
): { count: number; takeBack: () => void } {
  const { undo, writer } = board
  const chosen = chosenCards(past)
  const boxes = [...chosen].flatMap((id) => {
    const drawable = past.scene.get(id)
    return drawable && !drawable.kind.isField ? [drawable.bounds] : []
  })
  undo.mark()
  const copies = copyCards(writer, past.replica.doc, chosen, roomFor(board.scene, boxes))
  undo.mark()
  for (const session of [board, present]) {
    session.selection.set(copies)
    const box = unionOf(copies.flatMap((id) => session.scene.get(id)?.bounds ?? []))
    if (box) session.camera.reveal(box)
  }
  const depth = undo.depth()
  return {
    count: copies.length,
    takeBack() {
      const left = copies.filter((id) => board.records.get('cards', id))
      // Undo takes back the last step, which by then may be another one.
      if (left.length > 0 && undo.depth() === depth) undo.undo()
      else deleteCards(writer, left)
    },
  }
}
