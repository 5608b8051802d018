import { type Box, centreOf, contains, grown, moved, type Point, unionOf } from '#shared/cards/box'
import type { Drawable } from '#shared/cards/kind'
import { startsCluster } from '#shared/clustering/home'
import { apart, type Bench } from './tool'

/** A card must rest on another one for so long, ms: on a crowded wall cards are carried over many others. */
export const REST = 350
/** CSS pixels that a resting hand trembles. */
const TREMBLE = 8
/** The part of a card, from its middle, on which the middle of another one counts as on it. */
const MIDDLE = 0.6
/** World units around the two that the field shows. */
const MARGIN = 24

/** Watches whether carried cards rest on a free card, which then begins a theme with them. */
export interface Grouping {
  /** The cards are held `delta` away from where they stood, by a pointer at a point of the screen. */
  hold(delta: Point, at: Point): void
  /** The free card they rest on; null while there is none. */
  on(): Drawable | null
  stop(): void
}

/** Watches nothing yet. `lead` is the card in the hand; `changed` is called when `on` changes. */
export function createGrouping(
  { scene, preview }: Pick<Bench, 'scene' | 'preview'>,
  gesture: object,
  lead: Drawable | undefined,
  held: readonly Drawable[],
  changed: () => void,
): Grouping {
  const carried = new Set(held.map(({ id }) => id))
  // What is stuck on a card goes along.
  const mayStart =
    lead !== undefined && held.every(({ card }) => startsCluster(card.type) || carried.has(card.theme ?? ''))
  let under: Drawable | null = null
  let isResting = false
  let restedAt: Point = [0, 0]
  let timer: ReturnType<typeof setTimeout> | undefined

  const show = (delta: Point) => {
    const around = under && unionOf([under.place, ...held.map(({ place }) => moved(place, delta))])
    preview.gather(gesture, around ? grown(around, MARGIN) : null)
  }

  const leave = () => {
    clearTimeout(timer)
    under = null
    if (!isResting) return
    isResting = false
    preview.gather(gesture, null)
    changed()
  }

  const freeCardAt = (point: Point): Drawable | null => {
    const found = scene.within({ x: point[0], y: point[1], width: 0, height: 0 })
    const top = found.findLast(({ id, kind }) => !carried.has(id) && !kind.isField)
    if (!top || !startsCluster(top.card.type) || top.card.theme !== null || top.card.locked) return null
    return contains(middleOf(top.place), point) ? top : null
  }

  return {
    hold(delta, at) {
      if (!mayStart || !lead) return
      const card = freeCardAt(centreOf(moved(lead.place, delta)))
      if (card?.id !== under?.id) leave()
      if (!card) return
      if (isResting) return show(delta)
      if (under && apart(at, restedAt) <= TREMBLE) return
      under = card
      restedAt = at
      clearTimeout(timer)
      timer = setTimeout(() => {
        isResting = true
        show(delta)
        changed()
      }, REST)
    },
    on: () => (isResting ? under : null),
    stop: leave,
  }
}

function middleOf({ x, y, width, height }: Box): Box {
  const aside = (1 - MIDDLE) / 2
  return { x: x + width * aside, y: y + height * aside, width: width * MIDDLE, height: height * MIDDLE }
}
