import type { Card } from '../board/schema'
import { grown, type Point } from './box'
import type { Brush } from './brush'
import { connector } from './connector'
import { frame } from './frame'
import { howMightWe } from './howMightWe'
import { idea } from './idea'
import { image } from './image'
import { inkCard } from './inkCard'
import { insight } from './insight'
import {
  type CardKind,
  type Details,
  type Drawable,
  type Joined,
  type PaintContext,
  type Part,
  type Place,
  uprightBox,
} from './kind'
import { link } from './link'
import { measure } from './measure'
import { note } from './note'
import { person } from './person'
import { toLocal, toWorld } from './place'
import { paintReactions } from './reactions'
import { shape } from './shape'
import { OVERHANG } from './sheet'
import { stamp } from './stamp'
import { storyboard } from './storyboard'
import { textCard } from './textCard'
import { theme } from './theme'
import { unknown } from './unknown'

export { uprightBox } from './kind'
export { toLocal, toWorld } from './place'

/** Every kind of card. A new kind is one file and one entry here. */
export const KINDS: readonly CardKind[] = [
  note,
  insight,
  howMightWe,
  idea,
  theme,
  storyboard,
  inkCard,
  textCard,
  shape,
  connector,
  frame,
  stamp,
  image,
  link,
  person,
  measure,
]

const byType = new Map(KINDS.map((kind) => [kind.type, kind]))

/** The kind of a card; the placeholder for a type that this version does not know. */
export function kindOf(type: string): CardKind {
  return byType.get(type) ?? unknown
}

/** Makes a card ready to paint. */
export function toDrawable(card: Card, details: Details): Drawable {
  const kind = kindOf(card.type)
  const place = Object.freeze(kind.place(card, details))
  return Object.freeze({
    id: card.id,
    card,
    kind,
    details,
    place,
    bounds: grown(uprightBox(place), kind.overhang ?? OVERHANG),
  })
}

/** A card as a connector meets it. */
export function toJoined(card: Card, place: Place): Joined {
  return { place, contour: kindOf(card.type).contour?.(card, place) ?? null }
}

/** What a world point is of this card; null when it misses it by more than `reach` world units. */
export function hitCard(drawable: Drawable, point: Point, reach = 0): Part | null {
  return drawable.kind.hit(drawable, toLocal(drawable.place, point), reach)
}

/** Paints one card where it stands. */
export function paintCard(brush: Brush, drawable: Drawable, context: PaintContext): void {
  const { x, y, rotation } = drawable.place
  const paint = () => {
    drawable.kind.paint(brush, drawable, context)
    paintReactions(brush, drawable, context)
  }
  if (rotation % 360 === 0) {
    brush.within(x, y, 0, 1, paint)
    return
  }
  // Turned about its centre, as `Place` says.
  const [left, top] = toWorld(drawable.place, [0, 0])
  brush.within(left, top, rotation, 1, paint)
}
