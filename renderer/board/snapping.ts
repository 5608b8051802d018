import { type Box, moved, type Point } from '#shared/cards/box'
import { uprightBox } from '#shared/cards/kinds'
import type { Camera } from './camera'
import type { Scene } from './scene'

/** A line that shows why something snapped; world units. */
export interface Guide {
  /** A `gap` is one of several equal ones. */
  readonly kind: 'line' | 'gap'
  readonly from: Point
  readonly to: Point
}

export interface Snap {
  /** What to add to where the box is, world units. */
  readonly way: Point
  readonly hasSnapped: readonly [across: boolean, down: boolean]
  readonly guides: readonly Guide[]
}

/** Which lines of a box look for others: its start edge, its middle, its end edge. */
export type Lines = readonly (0 | 0.5 | 1)[]

/** CSS pixels within which a line draws another. */
const REACH = 6
/** Seen from further away, everything lies within reach of everything. */
const LEAST_ZOOM = 0.2
/** A pile has no edges that anybody aims at, and looking at all of it would take its time in every frame. */
const MOST = 400
/** Floating-point dust. */
const DUST = 0.01

const ALL: Lines = [0, 0.5, 1]
export const NO_SNAP: Snap = { way: [0, 0], hasSnapped: [false, false], guides: [] }

/** One direction of the wall, so that everything is said once for both. */
interface Axis {
  start(box: Box): number
  length(box: Box): number
  /** The box between two lines of this axis, from one place to another along the other one. */
  strip(start: number, end: number, crossStart: number, crossEnd: number): Box
  point(along: number, cross: number): Point
}

const ACROSS: Axis = {
  start: ({ x }) => x,
  length: ({ width }) => width,
  strip: (x, end, y, crossEnd) => ({ x, y, width: end - x, height: crossEnd - y }),
  point: (along, cross) => [along, cross],
}
const DOWN: Axis = {
  start: ({ y }) => y,
  length: ({ height }) => height,
  strip: (y, end, x, crossEnd) => ({ x, y, width: crossEnd - x, height: end - y }),
  point: (along, cross) => [cross, along],
}

const end = (axis: Axis, box: Box) => axis.start(box) + axis.length(box)
const lineOf = (axis: Axis, box: Box, part: number) => axis.start(box) + axis.length(box) * part

/**
 * Finds what a box would snap to among the cards in view: edges to edges, middles to middles, and gaps equal to
 * those beside it. It looks only along the box's own lines, so that its cost does not grow with the board.
 * `without` are the cards being moved.
 */
export function snapOf(
  { scene, camera }: { readonly scene: Scene; readonly camera: Camera },
  box: Box,
  without: ReadonlySet<string>,
  { across = ALL, down = ALL, gaps = true }: { across?: Lines; down?: Lines; gaps?: boolean } = {},
): Snap {
  const { zoom } = camera.view.get()
  if (zoom < LEAST_ZOOM) return NO_SNAP
  const view = camera.visible()
  const reach = REACH / zoom
  const near = (area: Box): Box[] => {
    const found = scene.near(area)
    if (found.length > MOST + without.size) return []
    const boxes: Box[] = []
    for (const { id, place, details, kind } of found) {
      if (without.has(id) || kind.isLine) continue
      // The field of a theme follows its cards: it cannot hold one of them.
      if (details.members !== null && [...scene.membersOf(id)].some((member) => without.has(member))) continue
      boxes.push(uprightBox(place))
    }
    return boxes
  }

  const along = (
    axis: Axis,
    cross: Axis,
    lines: Lines,
  ): { way: number; settle: (placed: Box) => Guide[] } => {
    const from = cross.start(view)
    const to = end(cross, view)
    const beside = (line: number, within: number) => near(axis.strip(line - within, line + within, from, to))
    let best: number | null = null
    const offer = (way: number) => {
      if (Math.abs(way) <= reach && (best === null || Math.abs(way) < Math.abs(best))) best = way
    }
    for (const part of lines) {
      const line = lineOf(axis, box, part)
      // Edges to edges and middles to middles: more would hold on to everything.
      for (const other of beside(line, reach))
        for (const theirs of ALL)
          if ((part === 0.5) === (theirs === 0.5)) offer(lineOf(axis, other, theirs) - line)
    }
    // Beside something as large as the view there are no neighbours to have a gap to.
    const hasGaps = gaps && lines.length > 0 && cross.length(box) <= cross.length(view) / 2
    const neighbours = hasGaps
      ? near(axis.strip(axis.start(view), end(axis, view), cross.start(box), end(cross, box)))
      : []
    for (const { way } of gapsOf(axis, cross, box, neighbours, reach)) offer(way)
    return {
      way: best ?? 0,
      settle: (placed) => [
        ...lines.flatMap((part) => {
          const line = lineOf(axis, placed, part)
          const same = beside(line, DUST).filter((other) =>
            ALL.some(
              (theirs) =>
                (part === 0.5) === (theirs === 0.5) && Math.abs(lineOf(axis, other, theirs) - line) <= DUST,
            ),
          )
          return same.length === 0 ? [] : [lineGuide(axis, cross, line, [placed, ...same])]
        }),
        ...gapsOf(axis, cross, placed, neighbours, DUST).flatMap((gap) => gap.guides(placed)),
      ],
    }
  }

  const sideways = along(ACROSS, DOWN, across)
  const downward = along(DOWN, ACROSS, down)
  const placed = moved(box, [sideways.way, downward.way])
  const guides = [sideways.settle(placed), downward.settle(placed)] as const
  return {
    way: [sideways.way, downward.way],
    hasSnapped: [guides[0].length > 0, guides[1].length > 0],
    guides: guides.flat(),
  }
}

function lineGuide(axis: Axis, cross: Axis, line: number, boxes: readonly Box[]): Guide {
  const first = Math.min(...boxes.map(cross.start))
  const last = Math.max(...boxes.map((box) => end(cross, box)))
  return { kind: 'line', from: axis.point(line, first), to: axis.point(line, last) }
}

interface Gap {
  readonly way: number
  guides(placed: Box): Guide[]
}

/** The ways, at most `reach` long, to a place where the gaps beside the box are equal. */
function gapsOf(axis: Axis, cross: Axis, box: Box, others: readonly Box[], reach: number): Gap[] {
  const beside = others.filter(
    (other) => cross.start(other) < end(cross, box) && cross.start(box) < end(cross, other),
  )
  const before = (line: number) => nearest(beside, (other) => line - end(axis, other))
  const after = (line: number) => nearest(beside, (other) => axis.start(other) - line)
  const left = before(axis.start(box) + reach)
  const right = after(end(axis, box) - reach)
  const found: Gap[] = []
  const offer = (way: number, gap: number, row: (placed: Box) => readonly Box[]) => {
    if (gap <= DUST || Math.abs(way) > reach) return
    found.push({ way, guides: (placed) => gapGuides(axis, cross, row(placed)) })
  }
  if (left && right) {
    const gap = (axis.start(right) - end(axis, left) - axis.length(box)) / 2
    offer(end(axis, left) + gap - axis.start(box), gap, (placed) => [left, placed, right])
  }
  const further = left && before(axis.start(left))
  if (left && further) {
    const gap = axis.start(left) - end(axis, further)
    offer(end(axis, left) + gap - axis.start(box), gap, (placed) => [further, left, placed])
  }
  const beyond = right && after(end(axis, right))
  if (right && beyond) {
    const gap = axis.start(beyond) - end(axis, right)
    offer(axis.start(right) - gap - end(axis, box), gap, (placed) => [placed, right, beyond])
  }
  return found
}

function nearest(boxes: readonly Box[], distance: (box: Box) => number): Box | undefined {
  let best: Box | undefined
  let least = Number.POSITIVE_INFINITY
  for (const box of boxes) {
    const far = distance(box)
    if (far < 0 || far >= least) continue
    least = far
    best = box
  }
  return best
}

function gapGuides(axis: Axis, cross: Axis, row: readonly Box[]): Guide[] {
  return row.slice(1).flatMap((next, at) => {
    const last = row[at]
    if (!last) return []
    const from = Math.max(cross.start(last), cross.start(next))
    const to = Math.min(end(cross, last), end(cross, next))
    const middle = (from + to) / 2
    return [
      { kind: 'gap', from: axis.point(end(axis, last), middle), to: axis.point(axis.start(next), middle) },
    ]
  })
}
