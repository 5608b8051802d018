import { deleteCards } from '#shared/board/actions/cards'
import { copyCards } from '#shared/board/actions/copyCards'
import { joinTheme } from '#shared/board/actions/themes'
import { write } from '#shared/board/actions/writer'
import { unionOf } from '#shared/cards/box'
import { withMembers } from '../../board/members'
import type { Session } from '../../board/session'
import { roomFor } from './roomFor'
import type { TwoWalls } from './useTwoWalls'

/** The cards chosen on the wall of a version and, for themes, their cards. */
export function chosenCards(past: Session): ReadonlySet<string> {
  return withMembers(past, past.selection.ids.get())
}

/** Whether a card that is gone lay in a theme that is still there and stays behind. */
function isReturning(board: Session, past: Session, id: string, chosen: ReadonlySet<string>): boolean {
  const theme = past.records.get('cards', id)?.theme ?? null
  return (
    theme !== null &&
    !chosen.has(theme) &&
    board.records.get('cards', id) === undefined &&
    board.records.get('cards', theme)?.type === 'theme'
  )
}

/** The card of its theme that a card came after and that is still in it; null when it was the first. */
function placeIn(board: Session, past: Session, id: string): string | null {
  const theme = past.records.get('cards', id)?.theme ?? null
  const members = past.records.all('cards').filter((card) => card.theme === theme)
  const earlier = members.slice(
    0,
    members.findIndex((card) => card.id === id),
  )
  return earlier.findLast((card) => board.records.get('cards', card.id)?.theme === theme)?.id ?? null
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
  // Cards that come back to their theme find room there: the others have closed up.
  const returning = [...chosen].filter((id) => isReturning(board, past, id, chosen))
  const boxes = [...chosen].flatMap((id) => {
    const drawable = past.scene.get(id)
    return drawable && !drawable.kind.isField && !returning.includes(id) ? [drawable.bounds] : []
  })
  undo.mark()
  const copies = write(writer, () => {
    const made = copyCards(writer, past.replica.doc, chosen, roomFor(board.scene, boxes))
    for (const copy of made) {
      const theme = board.records.get('cards', copy)?.theme ?? null
      if (theme === null || made.includes(theme)) continue
      const after = made.length === 1 ? placeIn(board, past, returning[0] ?? '') : undefined
      joinTheme(writer, [copy], theme, after)
    }
    return made
  })
  undo.mark()
  for (const session of [board, present]) {
    session.selection.set(copies)
    const box = unionOf(copies.flatMap((id) => session.scene.get(id)?.bounds ?? []))
    if (box) session.camera.reveal(box)
  }
  const copying = undo.last()
  return {
    count: copies.length,
    takeBack() {
      const left = copies.filter((id) => board.records.get('cards', id))
      // Undo takes back the last step, which by then may be another one.
      if (left.length > 0 && undo.last() === copying) undo.undo()
      else deleteCards(writer, left)
    },
  }
}
