import { type Box, type Point, touches, unionOf } from '#shared/cards/box'
import type { Drawable, Place } from '#shared/cards/kind'
import { uprightBox } from '#shared/cards/kinds'
import type { Choice } from '../board/others'
import type { Session } from '../board/session'
import { editedBy } from '../board/tools/edit'

/** An outline around what somebody else has chosen. */
export interface OtherMark {
  /** World units. */
  readonly place: Place
  /** Those who chose it; the one who did so last gives the colour. */
  readonly people: readonly Choice[]
  readonly isWriting: boolean
  /** One outline for many cards. */
  readonly isGroup: boolean
  readonly strength: number
}

/** Outlines at most; those who chose last come first. */
const MOST_MARKS = 24
/** More cards of one person in view get one outline together. */
const MOST_EACH = 6
/** Cards of one selection that are looked at: of a larger one a part is told. */
const MOST_LOOKED_AT = 300

/** What of the others' choices is in view: few outlines, however many people and cards. */
export function marksOfOthers(session: Session, now: number): readonly OtherMark[] {
  const choices = session.others.choices(now)
  if (choices.length === 0) return []
  const held = heldPlaces(session)
  const seen = session.camera.visible()
  const marks = new Map<string, OtherMark>()
  for (const choice of choices) {
    const written = editedBy(session.records, choice.editing)?.card
    const ids = written === undefined ? choice.ids : [written]
    const inView = ids.slice(0, MOST_LOOKED_AT).flatMap((id): [string, Place][] => {
      const place = held.get(id) ?? session.scene.get(id)?.place
      return place && touches(uprightBox(place), seen) ? [[id, place]] : []
    })
    const isGroup = inView.length > MOST_EACH
    for (const [key, place] of isGroup ? [around(choice, inView)] : inView) {
      const known = marks.get(key)
      if (!known && marks.size === MOST_MARKS) return [...marks.values()]
      marks.set(key, {
        place,
        isGroup,
        people: [...(known?.people ?? []), choice],
        isWriting: written !== undefined || (known?.isWriting ?? false),
        strength: Math.max(choice.strength, known?.strength ?? 0),
      })
    }
  }
  return [...marks.values()]
}

function around({ peer }: Choice, cards: readonly [string, Place][]): [string, Place] {
  const box = unionOf(cards.map(([, place]) => uprightBox(place))) ?? { x: 0, y: 0, width: 0, height: 0 }
  return [`group of ${peer}`, { ...box, rotation: 0 }]
}

/** Where the cards are that somebody holds now; of a crowd in one hand only a part is asked for. */
function heldPlaces({ remote, preview }: Session): ReadonlyMap<string, Place> {
  const places = new Map<string, Place>()
  for (const { drawables, delta } of [...remote.lifts(), ...preview.lifts.get().values()])
    for (const { id, place } of drawables.slice(0, MOST_LOOKED_AT))
      places.set(id, { ...place, x: place.x + delta[0], y: place.y + delta[1] })
  return places
}

/** Where a label of this size fits beside a box and covers no card and none of the names that are there; else undefined. */
export function freeSpot(
  { scene, camera }: Pick<Session, 'scene' | 'camera'>,
  { x, y, width, height }: Box,
  [wide, high]: Point,
  names: readonly Box[] = [],
): Point | undefined {
  const screen = camera.viewport.get()
  const spots: Point[] = [
    [x, y - high - 2],
    [x, y + height + 2],
    [x + width - wide, y - high - 2],
    [x + width - wide, y + height + 2],
  ]
  return spots.find(([left, top]) => {
    if (left < 0 || top < 0 || left + wide > screen.width || top + high > screen.height) return false
    if (names.some((name) => touches(name, { x: left, y: top, width: wide, height: high }))) return false
    const from = camera.toWorld([left, top])
    const { zoom } = camera.view.get()
    const part = { x: from[0], y: from[1], width: wide / zoom, height: high / zoom }
    return !scene.within(part).some((card) => hasInkIn(card, part))
  })
}

/** Cards are covered wherever they are; of a theme's field only its sentence is. */
function hasInkIn({ kind, place, details }: Drawable, part: Box): boolean {
  const box = uprightBox(place)
  if (!kind.isField) return touches(box, part)
  const head = details.members ? Math.max(0, details.members.y - box.y) : box.height
  return touches({ ...box, height: head }, part)
}
