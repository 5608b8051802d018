import { addCard, type NewCard } from '#shared/board/actions/cards'
import type { Box } from '../board/camera'
import type { Session } from '../board/session'

/** World units between a new card and its neighbours. */
const GAP = 24

/** Selects a card and brings it into view. */
export function showCard(session: Session, id: string): void {
  const card = session.records.get('cards', id)
  if (!card) return
  session.selection.set([id])
  session.camera.reveal({ x: card.pos[0], y: card.pos[1], width: card.size[0], height: card.size[1] })
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

/** The nearest place for a box, in steps around where it was wanted, that lies on nothing. */
export function freePlace(wanted: Box, taken: readonly Box[]): [number, number] {
  const isFree = (x: number, y: number) =>
    taken.every(
      (box) =>
        x + wanted.width + GAP <= box.x ||
        box.x + box.width + GAP <= x ||
        y + wanted.height + GAP <= box.y ||
        box.y + box.height + GAP <= y,
    )
  const step = { x: (wanted.width + GAP) / 2, y: (wanted.height + GAP) / 2 }
  for (let ring = 0; ring < 40; ring++) {
    for (let across = -ring; across <= ring; across++) {
      for (const down of Math.abs(across) === ring ? range(-ring, ring) : [-ring, ring]) {
        const x = wanted.x + across * step.x
        const y = wanted.y + down * step.y
        if (isFree(x, y)) return [Math.round(x), Math.round(y)]
      }
    }
  }
  return [Math.round(wanted.x), Math.round(wanted.y)]
}

function range(from: number, to: number): number[] {
  return Array.from({ length: to - from + 1 }, (_, at) => from + at)
}
