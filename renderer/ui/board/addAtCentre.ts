import { addCard, type NewCard } from '#shared/board/actions/cards'
import type { Session } from '../../board/session'
import { boundsOf } from './bounds'

/** World units between a new card and the one before it. */
const GAP = 24

/** Adds a card in the middle of what this window sees, beside others that are there. Returns its id. */
export function addAtCentre(session: Session, card: NewCard): string {
  const { camera, writer, records } = session
  const [width, height] = card.size ?? [240, 160]
  const { x, y } = camera.view.get()
  const free = freePlace([x - width / 2, y - height / 2], [width, height], records.all('cards'))
  const id = addCard(writer, { size: [width, height, 0], ...card, pos: free })
  session.selection.set([id])
  const box = boundsOf(session, [id])
  if (box) camera.reveal(box)
  return id
}

interface Placed {
  readonly type: string
  readonly pos: readonly [number, number] | readonly number[]
  readonly size: readonly number[]
}

/** The nearest place on a spiral of card-sized steps that covers no other card's middle. */
export function freePlace(
  [x, y]: readonly [number, number],
  [width, height]: readonly [number, number],
  others: readonly Placed[],
): [number, number] {
  const isTaken = (left: number, top: number) =>
    others.some(
      ({ type, pos: [ox = 0, oy = 0], size: [ow = 0, oh = 0] }) =>
        type !== 'theme' && ox < left + width && left < ox + ow && oy < top + height && top < oy + oh,
    )
  for (let ring = 0; ring < 12; ring++) {
    for (let row = -ring; row <= ring; row++) {
      for (let column = -ring; column <= ring; column++) {
        if (Math.max(Math.abs(row), Math.abs(column)) !== ring) continue
        const left = x + column * (width + GAP)
        const top = y + row * (height + GAP)
        if (!isTaken(left, top)) return [left, top]
      }
    }
  }
  return [x, y]
}
