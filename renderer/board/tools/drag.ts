import { raiseCards } from '#shared/board/actions/cards'
import { keepHeld } from '#shared/board/actions/held'
import { stickStamps } from '#shared/board/actions/stamps'
import { type Drop, dropCards, makeTheme } from '#shared/board/actions/themes'
import { write } from '#shared/board/actions/writer'
import { contains, type Point } from '#shared/cards/box'
import type { Drawable } from '#shared/cards/kind'
import { outermost } from '#shared/clustering/home'
import { movable } from '../members'
import { dropsAt, roomFor } from './drops'
import { createGrouping } from './grouping'
import { hostsAt } from './stamp'
import type { Bench, Gesture } from './tool'

/** A card stays on top where it is put down; of a crowd the order matters less than the size of the file. */
const MOST_RAISED = 50
/** Of so many cards each one looks for its theme while they are carried; a crowd does when it is let go. */
const MOST_AIMED = 40

/** Cards follow the pointer and are written once, on release. */
export function dragging(bench: Bench, from: Point, ids: Iterable<string>): Gesture {
  const others = idsInHands(bench)
  const taken = [...ids].filter((id) => !others.has(id))
  const carried = new Set([...movable(bench, taken)].filter((id) => !others.has(id)))
  const drawables = bench.scene.pick(carried)
  const list = [...carried]
  const heldCards = drawables.map(({ card }) => card)
  const start = bench.camera.toWorld(from)
  const key = {}
  let delta: Point = [0, 0]
  const room = makingRoom(bench, key, drawables)
  const lead = drawables.findLast(({ place }) => contains(place, start))
  const grouping = createGrouping(bench, key, lead, drawables, () => room.aim(delta, grouping.on() !== null))
  const end = () => {
    grouping.stop()
    bench.glides.release(key)
    bench.preview.drop(key)
  }
  const gesture: Gesture = {
    name: 'dragging',
    move(event) {
      const now = bench.camera.toWorld(event.at)
      const way: Point = [now[0] - start[0], now[1] - start[1]]
      delta = event.shift ? straight(way) : way
      bench.preview.lift(key, { drawables, delta })
      grouping.hold(delta, event.at)
      room.aim(delta, grouping.on() !== null)
      return gesture
    },
    up() {
      const whole: Point = [Math.round(delta[0]), Math.round(delta[1])]
      const on = grouping.on()
      if (on || whole[0] !== 0 || whole[1] !== 0) {
        bench.undo.mark()
        keepHeld(bench.writer, heldCards)
      }
      if (on) group(bench, on.id, list)
      else if (whole[0] !== 0 || whole[1] !== 0) {
        const hosts = hostsAt(bench.scene, drawables, whole)
        write(bench.writer, () => {
          if (list.length <= MOST_RAISED && !drawables.some(({ kind }) => kind.isField))
            raiseCards(bench.writer, list)
          // A peer may have taken some out of a theme that is carried, or put others in.
          dropCards(bench.writer, movable(bench, taken), whole, dropsAt(bench, drawables, whole))
          stickStamps(bench.writer, hosts)
        })
      }
      if (list.length <= MOST_AIMED) bench.glides.land(key, drawables, delta)
      end()
    },
    cancel: end,
  }
  return gesture
}

/** The cards that other gestures at this window hold. */
function idsInHands({ preview }: Bench): ReadonlySet<string> {
  const lifts = [...preview.lifts.get().values()]
  return new Set(lifts.flatMap(({ drawables }) => drawables.map(({ id }) => id)))
}

const straight = ([dx, dy]: Point): Point => (Math.abs(dx) > Math.abs(dy) ? [dx, 0] : [0, dy])

/** Begins a theme of a card and those dropped on it, and asks for its sentence. */
function group(bench: Bench, on: string, dropped: readonly string[]): void {
  const cards = outermost((id) => bench.records.get('cards', id), dropped)
  bench.editing.set(null)
  bench.undo.mark()
  const theme = makeTheme(bench.writer, [on, ...cards], '')
  bench.undo.mark()
  bench.selection.set([theme])
  bench.editing.set(theme)
}

/** Shows how the cards of themes make room while others are carried over them. */
function makingRoom(bench: Bench, gesture: object, drawables: readonly Drawable[]) {
  let shown = ''
  return {
    aim(delta: Point, isGrouping: boolean) {
      if (drawables.length > MOST_AIMED) return
      const drops = isGrouping ? [] : dropsAt(bench, drawables, delta)
      const wanted = drops.map(keyOf).join()
      if (wanted === shown) return
      shown = wanted
      bench.glides.aim(gesture, roomFor(bench, drops, drawables))
    },
  }
}

const keyOf = ({ home, cards, after }: Drop): string => `${home}/${cards.join('+')}/${after}`
