import { centreOf, type Point, unionOf } from '#shared/cards/box'
import type { Drawable } from '#shared/cards/kind'
import type { PointerEventData } from '../input'
import { takenTogether } from '../members'
import { apart, type Bench, type Gesture, slopOf } from './tool'

/** CSS pixels between two points of a loop: nearer ones change nothing that an eye sees. */
const STEP = 4

/**
 * Draws a loop; the cards whose middle it goes around are selected while it is drawn, beside what was selected
 * when shift is held. A theme is only taken with all of its field. A press that hardly moves is a tap.
 */
export function looping(bench: Bench, press: PointerEventData, tap: () => void): Gesture {
  const start = bench.camera.toWorld(press.at)
  const before = [...bench.selection.ids.get()]
  const key = {}
  const points: Point[] = [start]
  const inside = createInside(bench, start)
  let last: Point = press.at
  const gesture: Gesture = {
    name: 'looping',
    move(event) {
      if (points.length === 1) {
        if (apart(event.at, press.at) < slopOf(event)) return gesture
        bench.editing.set(null)
      }
      for (const { at } of event.samples) {
        if (apart(at, last) < STEP) continue
        last = at
        const point = bench.camera.toWorld(at)
        inside.add(point)
        points.push(point)
      }
      bench.preview.loop(key, points)
      const taken = takenTogether(bench, inside.ids())
      bench.selection.set(press.shift ? [...before, ...taken] : taken)
      return gesture
    },
    up() {
      bench.preview.drop(key)
      if (points.length === 1) tap()
    },
    cancel() {
      bench.preview.drop(key)
      bench.selection.set(before)
    },
  }
  return gesture
}

/**
 * Knows which marks of cards lie in a loop that grows point by point. A new point turns inside out exactly what
 * lies in the triangle between it, the last and the first, so that a long loop costs no more than a short one.
 */
function createInside({ scene }: Pick<Bench, 'scene'>, first: Point) {
  const marks = new Map<string, Set<number>>()
  let last = first
  return {
    add(next: Point) {
      const triangle = [first, last, next] as const
      last = next
      const around = unionOf(triangle.map(([x, y]) => ({ x, y, width: 0, height: 0 })))
      if (!around) return
      for (const drawable of scene.near(around))
        for (const [at, mark] of marksOf(drawable).entries()) {
          if (!isWithin(triangle, mark)) continue
          const within = marks.get(drawable.id) ?? new Set()
          if (!within.delete(at)) within.add(at)
          marks.set(drawable.id, within)
        }
    },
    ids: (): ReadonlySet<string> =>
      new Set(
        [...marks].flatMap(([id, within]) => {
          const drawable = scene.get(id)
          return drawable && within.size === marksOf(drawable).length ? [id] : []
        }),
      ),
  }
}

/** The points of a card that a loop must go around. */
function marksOf({ place, kind }: Drawable): Point[] {
  if (!kind.isField) return [centreOf(place)]
  const { x, y, width, height } = place
  return [
    [x, y],
    [x + width, y],
    [x + width, y + height],
    [x, y + height],
  ]
}

/** True when a line from the point to the right crosses the sides of the triangle an odd number of times. */
function isWithin([a, b, c]: readonly [Point, Point, Point], point: Point): boolean {
  return (crosses(a, b, point) !== crosses(b, c, point)) !== crosses(c, a, point)
}

function crosses(a: Point, b: Point, [x, y]: Point): boolean {
  // Always from the upper end, so that two triangles with this side agree to the last bit.
  const [upper, lower] = a[1] < b[1] ? [a, b] : [b, a]
  if (y < upper[1] || y >= lower[1]) return false
  return x < upper[0] + ((lower[0] - upper[0]) * (y - upper[1])) / (lower[1] - upper[1])
}
