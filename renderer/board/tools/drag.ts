import { raiseCards } from '#shared/board/actions/cards'
import { keepHeld } from '#shared/board/actions/held'
import { stickStamps } from '#shared/board/actions/stamps'
import { type Drop, dropCards, makeTheme } from '#shared/board/actions/themes'
import { write } from '#shared/board/actions/writer'
import { contains, moved, type Point, unionOf } from '#shared/cards/box'
import type { Drawable } from '#shared/cards/kind'
import { uprightBox } from '#shared/cards/kinds'
import { outermost } from '#shared/clustering/home'
import { fine } from '../arrangement'
import { movable } from '../members'
import { NO_SNAP, type Snap, snapOf } from '../snapping'
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
  const box = unionOf(drawables.map(({ place }) => uprightBox(place)))
  let delta: Point = [0, 0]
  let held: Snap['hasSnapped'] = [false, false]
  const room = makingRoom(bench, key, drawables)
  const lead = drawables.findLast(({ place }) => contains(place, start))
  const grouping = createGrouping(
    bench,
    key,
    lead,
    drawables,
    () => void room.aim(delta, grouping.on() !== null),
  )
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
      const wanted = event.shift ? straight(way) : way
      grouping.hold(wanted, event.at)
      const isPlaced = room.aim(wanted, grouping.on() !== null) || grouping.on() !== null
      const snap =
        box && !event.mod && !isPlaced
          ? snapOf(bench, moved(box, wanted), carried, freeLines(event.shift, wanted))
          : NO_SNAP
      delta = [wanted[0] + snap.way[0], wanted[1] + snap.way[1]]
      held = snap.hasSnapped
      bench.preview.lift(key, { drawables, delta })
      bench.preview.guide(key, snap.guides)
      return gesture
    },
    up() {
      // On whole units, or exactly where something holds them.
      const by: Point = [(held[0] ? fine : Math.round)(delta[0]), (held[1] ? fine : Math.round)(delta[1])]
      const on = grouping.on()
      if (on || by[0] !== 0 || by[1] !== 0) {
        bench.undo.mark()
        keepHeld(bench.writer, heldCards)
      }
      if (on) group(bench, on.id, list)
      else if (by[0] !== 0 || by[1] !== 0) {
        const hosts = hostsAt(bench.scene, drawables, by)
        write(bench.writer, () => {
          if (list.length <= MOST_RAISED && !drawables.some(({ kind }) => kind.isField))
            raiseCards(bench.writer, list)
          // A peer may have taken some out of a theme that is carried, or put others in.
          dropCards(bench.writer, movable(bench, taken), by, dropsAt(bench, drawables, by))
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

/** Held in a straight line, only the edges along it look for others. */
const freeLines = (isStraight: boolean, [dx, dy]: Point) =>
  !isStraight ? {} : Math.abs(dx) > Math.abs(dy) ? { down: [] } : { across: [] }

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
  const isTheme = (home: string | null) => bench.records.get('cards', home)?.type === 'theme'
  return {
    /** True when a theme would give them their places. */
    aim(delta: Point, isGrouping: boolean): boolean {
      if (drawables.length > MOST_AIMED) return false
      const drops = isGrouping ? [] : dropsAt(bench, drawables, delta)
      const wanted = drops.map(keyOf).join()
      if (wanted !== shown) bench.glides.aim(gesture, roomFor(bench, drops, drawables))
      shown = wanted
      return drops.some(({ home }) => isTheme(home))
    },
  }
}

const keyOf = ({ home, cards, after }: Drop): string => `${home}/${cards.join('+')}/${after}`
