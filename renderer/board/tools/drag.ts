import { moveCards, raiseCards } from '#shared/board/actions/cards'
import { joinTheme } from '#shared/board/actions/themes'
import { write } from '#shared/board/actions/writer'
import { type Box, centreOf, contains, moved, type Point, unionOf } from '#shared/cards/box'
import type { Drawable } from '#shared/cards/kind'
import { movable } from '../members'
import type { Bench, Gesture } from './tool'

/** A card stays on top where it is put down; of a crowd the order matters less than the size of the file. */
const MOST_RAISED = 50

/** Cards follow the pointer and are written once, on release. */
export function dragging(bench: Bench, from: Point, ids: Iterable<string>): Gesture {
  const carried = movable(bench, ids)
  const drawables = bench.scene.pick(carried)
  const list = [...carried]
  const start = bench.camera.toWorld(from)
  const key = {}
  let delta: Point = [0, 0]
  const end = () => bench.preview.drop(key)
  const gesture: Gesture = {
    name: 'dragging',
    move(event) {
      const now = bench.camera.toWorld(event.at)
      const way: Point = [now[0] - start[0], now[1] - start[1]]
      delta = event.shift ? straight(way) : way
      bench.preview.lift(key, { drawables, delta })
      return gesture
    },
    up() {
      const whole: Point = [Math.round(delta[0]), Math.round(delta[1])]
      if (whole[0] !== 0 || whole[1] !== 0) {
        // A peer may have deleted some of them, or moved them to another theme, while they were held.
        const homes = regrouped(bench, drawables, carried, whole)
        bench.undo.mark()
        write(bench.writer, () => {
          moveCards(bench.writer, carried, whole)
          if (list.length <= MOST_RAISED && !drawables.some(({ kind }) => kind.isField))
            raiseCards(bench.writer, list)
          for (const [theme, members] of homes) joinTheme(bench.writer, members, theme)
        })
      }
      end()
    },
    cancel: end,
  }
  return gesture
}

const straight = ([dx, dy]: Point): Point => (Math.abs(dx) > Math.abs(dy) ? [dx, 0] : [0, dy])

/** A card dropped on a theme joins it; one dropped away from its theme leaves it. */
function regrouped(
  bench: Bench,
  drawables: readonly Drawable[],
  carried: ReadonlySet<string>,
  by: Point,
): ReadonlyMap<string | null, string[]> {
  const fieldOf = fieldWithout(bench, carried)
  const homes = new Map<string | null, string[]>()
  for (const { id, kind, place } of drawables) {
    const card = bench.records.get('cards', id)
    if (!card || kind.isField || (card.theme !== null && carried.has(card.theme))) continue
    const at = centreOf(moved(place, by))
    const theme = fieldsAt(bench, at).find((each) => !carried.has(each.id) && contains(fieldOf(each), at))
    const home = theme?.id ?? null
    if (home !== card.theme) homes.set(home, [...(homes.get(home) ?? []), id])
  }
  return homes
}

/** The themes' fields at a world point, topmost first. */
const fieldsAt = ({ scene }: Bench, [x, y]: Point): Drawable[] =>
  scene
    .within({ x, y, width: 0, height: 0 })
    .filter(({ kind }) => kind.isField)
    .reverse()

/** Finds the field of a theme as it would be without the carried cards. */
function fieldWithout({ scene }: Bench, carried: ReadonlySet<string>): (theme: Drawable) => Box {
  const known = new Map<string, Box>()
  const find = (theme: Drawable): Box => {
    const members = scene.membersOf(theme.id)
    const staying = [...members].filter((id) => !carried.has(id))
    if (staying.length === members.size) return theme.place
    const box = unionOf(staying.flatMap((id) => scene.get(id)?.place ?? []))
    // A theme whose last card is carried still stands where it stood.
    return box ? theme.kind.place(theme.card, { ...theme.details, members: box }) : theme.place
  }
  return (theme) => {
    const field = known.get(theme.id) ?? find(theme)
    known.set(theme.id, field)
    return field
  }
}
