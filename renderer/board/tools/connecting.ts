import { connectCards, joinEnds } from '#shared/board/actions/connectors'
import type { End } from '#shared/board/fields'
import type { Card } from '#shared/board/schema'
import type { Point } from '#shared/cards/box'
import { type Details, type Drawable, type Joined, NO_DETAILS } from '#shared/cards/kind'
import { toDrawable, toJoined } from '#shared/cards/kinds'
import type { PointerEventData } from '../input'
import { draftOf } from './draft'
import { endAt } from './ports'
import { apart, type Bench, type Gesture, slopOf } from './tool'

/** Draws a connector from `start` to wherever the pointer is let go; it is then selected. */
export function connecting(bench: Bench, press: PointerEventData, start: End): Gesture {
  const key = {}
  const { route, heads } = bench.options.get()
  const stage = bench.records.singleton('meta').stage
  const from = bench.camera.toWorld(press.at)
  let end: End | null = null
  const gesture: Gesture = {
    name: 'connecting',
    move(event) {
      if (!end && apart(event.at, press.at) < slopOf(event)) return gesture
      end = endAt(bench, event.at, start.card)
      const line = { type: 'connector', tint: 'white', route, heads, pos: from, ends: [start, end] } as const
      show(bench, key, draftOf(line, joinedBy(bench, line.ends)), end)
      return gesture
    },
    up() {
      bench.preview.drop(key)
      bench.current.set('select')
      if (!end) return
      bench.editing.set(null)
      bench.undo.mark()
      bench.selection.set([
        connectCards(bench.writer, { ends: [start, end], route, heads, stage }, whole(from)),
      ])
    },
    cancel: () => bench.preview.drop(key),
  }
  return gesture
}

/** Pulls one end of a connector to another card, or off its card. */
export function pullingEnd(bench: Bench, press: PointerEventData, line: Drawable, which: 0 | 1): Gesture {
  const key = {}
  const { card } = line
  const stays = card.ends[which === 0 ? 1 : 0]
  let ends: Card['ends'] | null = null
  const gesture: Gesture = {
    name: 'connecting',
    move(event) {
      if (!ends && apart(event.at, press.at) < slopOf(event)) return gesture
      const end = endAt(bench, event.at, stays.card)
      ends = which === 0 ? [end, stays] : [stays, end]
      show(bench, key, toDrawable({ ...card, ends }, joinedBy(bench, ends, line.details)), end)
      return gesture
    },
    up() {
      bench.preview.drop(key)
      if (!ends) return
      bench.undo.mark()
      joinEnds(bench.writer, card.id, ends)
    },
    cancel: () => bench.preview.drop(key),
  }
  return gesture
}

function show({ preview }: Bench, key: object, line: Drawable, end: End): void {
  preview.lift(key, { drawables: [line], delta: [0, 0] })
  preview.aim(key, end.card)
}

/** The details of a connector with these ends; `before` knows where an end is whose card is gone. */
function joinedBy({ scene }: Bench, ends: Card['ends'], before: Details = NO_DETAILS): Details {
  const joined = ({ card: id }: End, known: Joined | null): Joined | null => {
    const drawable = scene.get(id ?? '')
    if (drawable) return toJoined(drawable.card, drawable.place)
    return id === null ? null : known
  }
  return { ...before, joins: [joined(ends[0], before.joins[0]), joined(ends[1], before.joins[1])] }
}

const whole = ([x, y]: Point): [number, number] => [Math.round(x), Math.round(y)]
