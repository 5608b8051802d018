import { addCard, type NewCard } from '#shared/board/actions/cards'
import { freePlace } from '#shared/clustering/freePlace'
import type { Session } from '../board/session'

/** World units between a new card and its neighbours. */
const GAP = 24

/** Selects a card and brings it into view. */
export function showCard(session: Session, id: string): void {
  const drawable = session.scene.get(id)
  if (!drawable) return
  session.selection.set([id])
  session.camera.reveal(drawable.place)
}

/** Adds a card near the middle of what this window sees, where nothing lies yet, and selects it. */
export function addInView(session: Session, card: NewCard): string {
  const { x, y } = session.camera.view.get()
  return addAround(session, card, [x, y])
}

/** Adds a card right beside another one, where nothing lies yet, and selects it. */
export function addBeside(session: Session, card: NewCard, beside: string): string {
  const neighbour = session.records.get('cards', beside)
  if (!neighbour) return addInView(session, { ...card, size: card.size ?? [260, 160, 0] })
  const [width, height] = card.size ?? [260, 160, 0]
  return addAround(session, card, [
    neighbour.pos[0] + neighbour.size[0] + GAP + width / 2,
    neighbour.pos[1] + height / 2,
  ])
}

function addAround(session: Session, card: NewCard, [x, y]: readonly [number, number]): string {
  const [width, height] = card.size ?? [260, 160, 0]
  const taken = session.records
    .all('cards')
    // Themes count too: a card that lies on a theme looks as if it belonged to it.
    .map(({ pos, size }) => ({ x: pos[0], y: pos[1], width: size[0], height: size[1] }))
  const pos = freePlace({ x: x - width / 2, y: y - height / 2, width, height }, taken)
  session.undo.mark()
  const id = addCard(session.writer, { ...card, pos, size: [width, height, 0] })
  showCard(session, id)
  return id
}
