import { boxBetween, encloses } from '#shared/cards/box'
import { uprightBox } from '#shared/cards/kinds'
import type { PointerEventData } from '../input'
import { takenTogether } from '../members'
import { apart, type Bench, type Gesture, slopOf } from './tool'

/**
 * Draws a box; what lies wholly inside is selected while it is drawn, beside what was selected when shift is
 * held. A press that hardly moves is a tap.
 */
export function boxing(bench: Bench, press: PointerEventData, tap: () => void): Gesture {
  const start = bench.camera.toWorld(press.at)
  const before = [...bench.selection.ids.get()]
  let isBox = false
  const gesture: Gesture = {
    name: 'boxing',
    move(event) {
      if (!isBox && apart(event.at, press.at) < slopOf(event)) return gesture
      if (!isBox) bench.editing.set(null)
      isBox = true
      const box = boxBetween(start, bench.camera.toWorld(event.at))
      const inside = bench.scene.within(box).filter(({ place }) => encloses(box, uprightBox(place)))
      const taken = takenTogether(bench, new Set(inside.map(({ id }) => id)))
      bench.preview.stretch(box)
      bench.selection.set(press.shift ? [...before, ...taken] : taken)
      return gesture
    },
    up() {
      bench.preview.stretch(null)
      if (!isBox) tap()
    },
    cancel() {
      bench.preview.stretch(null)
      bench.selection.set(before)
    },
  }
  return gesture
}
