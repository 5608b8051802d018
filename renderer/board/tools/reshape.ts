import type { Card } from '#shared/board/schema'
import { type Box, centreOf, type Point } from '#shared/cards/box'
import type { Drawable } from '#shared/cards/kind'
import { toWorld, turnedBy } from '#shared/cards/place'
import { fine } from '../arrangement'
import type { Grasp, PullHandle } from './handles'

/** Where a card goes and how large it becomes. */
export type Shaped = Pick<Card, 'pos' | 'size'>

/** The box pulled by a handle, no smaller than `smallest`; with `keepsShape`, in the same proportions. */
export function pulled(
  box: Box,
  { across, down }: PullHandle,
  [dx, dy]: Point,
  [narrowest, lowest]: Point,
  keepsShape: boolean,
): Box {
  let width = Math.max(narrowest, box.width + across * dx)
  let height = Math.max(lowest, box.height + down * dy)
  if (keepsShape) {
    const ratios = [across === 0 ? 0 : width / box.width, down === 0 ? 0 : height / box.height]
    const scale = Math.max(...ratios, narrowest / box.width, lowest / box.height)
    width = box.width * scale
    height = box.height * scale
  }
  // The opposite side stays; a side that is not pulled grows and shrinks about its middle.
  return {
    x: box.x + ((1 - across) / 2) * (box.width - width),
    y: box.y + ((1 - down) / 2) * (box.height - height),
    width,
    height,
  }
}

/** The smallest box that the cards of a grasp may be pulled into. */
export function smallestOf({ place, drawables, isOne }: Grasp): Point {
  let across = 0
  let down = 0
  for (const { place: each, kind } of drawables) {
    if (!kind.resizes) continue
    const isOnItsSide = !isOne && Math.abs(each.rotation % 180) === 90
    const [width, height] = isOnItsSide ? [each.height, each.width] : [each.width, each.height]
    const [narrowest, lowest] = isOnItsSide ? [kind.smallest[1], kind.smallest[0]] : kind.smallest
    across = Math.max(across, narrowest / width)
    down = Math.max(down, lowest / height)
  }
  // What is smaller than it should be may stay so.
  return [place.width * Math.min(1, across), place.height * Math.min(1, down)]
}

/** The cards of a grasp when its place becomes `box`, which is given as if the place were upright. */
export function stretched({ place, drawables, isOne }: Grasp, box: Box): Map<string, Shaped> {
  const sx = box.width / place.width
  const sy = box.height / place.height
  return new Map(
    drawables.map((drawable) => {
      const own = drawable.place
      if (isOne) {
        const centre = toWorld(place, [centreOf(box)[0] - place.x, centreOf(box)[1] - place.y])
        return [drawable.id, shapedAt(drawable, centre, [box.width, box.height], own.rotation)]
      }
      const [cx, cy] = centreOf(own)
      const centre: Point = [box.x + (cx - place.x) * sx, box.y + (cy - place.y) * sy]
      const isOnItsSide = Math.abs(own.rotation % 180) === 90
      const size: Point = isOnItsSide ? [own.width * sy, own.height * sx] : [own.width * sx, own.height * sy]
      return [drawable.id, shapedAt(drawable, centre, size, own.rotation)]
    }),
  )
}

/** The cards of a grasp turned by `degrees` about its middle. */
export function turned({ place, drawables }: Grasp, degrees: number): Map<string, Shaped> {
  const [px, py] = centreOf(place)
  return new Map(
    drawables.map((drawable) => {
      const own = drawable.place
      const [cx, cy] = centreOf(own)
      const [dx, dy] = turnedBy(degrees, [cx - px, cy - py])
      const rotation = fine((((own.rotation + degrees) % 360) + 360) % 360)
      return [drawable.id, shapedAt(drawable, [px + dx, py + dy], [own.width, own.height], rotation)]
    }),
  )
}

function shapedAt({ card, kind, place }: Drawable, centre: Point, size: Point, rotation: number): Shaped {
  if (!kind.resizes) {
    const [cx, cy] = centreOf(place)
    return {
      pos: [fine(card.pos[0] + centre[0] - cx), fine(card.pos[1] + centre[1] - cy)],
      size: [card.size[0], card.size[1], rotation],
    }
  }
  return {
    pos: [fine(centre[0] - size[0] / 2), fine(centre[1] - size[1] / 2)],
    size: [fine(size[0]), fine(size[1]), rotation],
  }
}

/** A pulled box with its sides on whole units, but for those that something holds where they are. */
export function onWholeUnits(
  box: Box,
  place: Box,
  { across, down }: PullHandle,
  isHeld: readonly [across: boolean, down: boolean],
): Box {
  const width = across === 0 || isHeld[0] ? box.width : Math.round(box.width)
  const height = down === 0 || isHeld[1] ? box.height : Math.round(box.height)
  return {
    x: across < 0 ? place.x + place.width - width : box.x,
    y: down < 0 ? place.y + place.height - height : box.y,
    width,
    height,
  }
}
