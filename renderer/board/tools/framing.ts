import type { Drop } from '#shared/board/actions/themes'
import { type Box, centreOf, contains } from '#shared/cards/box'
import type { Drawable } from '#shared/cards/kind'
import { homeOf, mayLieIn } from '#shared/clustering/home'
import { homeAt } from './home'
import type { Bench } from './tool'

type Wall = Pick<Bench, 'scene' | 'records'>

/** The innermost frame around the middle of a box; null when there is none. */
export function frameAround({ scene }: Pick<Wall, 'scene'>, box: Box): string | null {
  return homeAt(scene, centreOf(box), ({ card }) => card.type === 'frame')
}

/** The cards whose middle lies in a box and that lie in `home` (null: in nothing). */
export function heldIn({ scene, records }: Wall, box: Box, home: string | null): string[] {
  const cardOf = (id: string) => records.get('cards', id)
  return scene
    .within(box)
    .filter(({ id, place }) => contains(box, centreOf(place)) && homeOf(cardOf, id) === home)
    .filter(({ id }) => mayLieIn(cardOf, id, home))
    .map(({ id }) => id)
}

/** What comes into a frame, and what leaves it, when it takes another box. */
export function dropsOfResize(wall: Wall, frame: Drawable, box: Box): Drop[] {
  const home = homeOf((id) => wall.records.get('cards', id), frame.id)
  const members = [...wall.scene.membersOf(frame.id)]
  const leaving = members.filter((id) => {
    const place = wall.scene.get(id)?.place
    return place && !contains(box, centreOf(place))
  })
  const entering = heldIn(wall, box, home).filter((id) => id !== frame.id)
  return [
    { home: frame.id, cards: entering },
    { home, cards: leaving },
  ].filter(({ cards }) => cards.length > 0)
}
