import { shiftedEnds } from '#shared/board/ends'
import type { End } from '#shared/board/fields'
import type { Point } from '#shared/cards/box'
import type { Drawable, Joined } from '#shared/cards/kind'
import { toDrawable, toJoined } from '#shared/cards/kinds'
import type { Lift } from './preview'
import type { Scene } from './scene'

type Wall = Pick<Scene, 'get' | 'connectorsOf'>

/** What a list of lifted cards is made of. */
interface Sorted {
  /** What is painted as it is held. */
  readonly cards: readonly Drawable[]
  /** Connectors that are carried along. */
  readonly lines: readonly Drawable[]
  /** The cards that connectors end on. */
  readonly ports: readonly Drawable[]
}

/** A drag holds the same list from its beginning to its end: of a crowd, only what has connectors is looked at. */
const sortings = new WeakMap<readonly Drawable[], Sorted>()

function sorted(wall: Wall, drawables: readonly Drawable[]): Sorted {
  const known = sortings.get(drawables)
  if (known) return known
  // A connector that is drawn or pulled by its end right now is no longer the one of the scene.
  const isCarried = (drawable: Drawable) => drawable.kind.isLine && wall.get(drawable.id) === drawable
  const lines = drawables.filter(isCarried)
  const made = {
    cards: lines.length === 0 ? drawables : drawables.filter((each) => !isCarried(each)),
    lines,
    ports: drawables.filter(({ id }) => wall.connectorsOf(id).length > 0),
  }
  sortings.set(drawables, made)
  return made
}

/**
 * The same lifts with the connectors of the lifted cards, each on its way between where its cards are held
 * now. What it costs grows with the connectors that follow, not with the board.
 */
export function rerouted(wall: Wall, lifts: readonly Lift[]): Lift[] {
  const held = new Map<string, { readonly drawable: Drawable; readonly delta: Point }>()
  const lines = new Map<string, Point>()
  const asHeld = new Set<string>()
  const rest = lifts.map(({ drawables, delta }): Lift => {
    const { cards, lines: carried, ports } = sorted(wall, drawables)
    for (const drawable of ports) held.set(drawable.id, { drawable, delta })
    for (const { id } of carried) lines.set(id, delta)
    if (cards.length === 1) for (const { id, kind } of cards) if (kind.isLine) asHeld.add(id)
    return { drawables: cards, delta }
  })
  for (const id of held.keys())
    for (const line of wall.connectorsOf(id))
      if (!lines.has(line) && !asHeld.has(line)) lines.set(line, [0, 0])
  if (lines.size === 0) return rest

  const joinedNow = (end: End, before: Joined | null): Joined | null => {
    const now = held.get(end.card ?? '')
    if (!now) return before
    const { drawable, delta } = now
    const { x, y } = drawable.place
    return toJoined(drawable.card, { ...drawable.place, x: x + delta[0], y: y + delta[1] })
  }
  const drawables = [...lines].flatMap(([id, delta]) => {
    const line = wall.get(id)
    if (!line) return []
    const { card, details } = line
    const [start, end] = card.ends
    const joins = [joinedNow(start, details.joins[0]), joinedNow(end, details.joins[1])] as const
    return toDrawable({ ...card, ends: shiftedEnds(card.ends, delta) }, { ...details, joins })
  })
  return [...rest, { drawables, delta: [0, 0] }]
}
