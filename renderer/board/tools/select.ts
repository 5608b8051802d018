import { addFrame } from '#shared/board/actions/prototypes'
import { boxBetween, encloses } from '#shared/cards/box'
import { uprightBox } from '#shared/cards/kinds'
import { type Hit, hitWall } from '../hit'
import type { PointerEventData } from '../input'
import { dragging } from './drag'
import { panning } from './hand'
import { gripAt, resizing } from './resize'
import { apart, type Bench, type Gesture, slopOf, type Tool } from './tool'

/** Selects, moves and resizes. */
export const select: Tool = {
  name: 'select',
  cursor: 'default',
  press(bench, event) {
    const grip = gripAt(bench, event)
    if (grip) return resizing(bench, event.at, grip)
    const hit = hitWall(bench.scene, bench.camera.toWorld(event.at))
    if (hit && hit.part.name !== 'field') return pressing(bench, event, hit)
    const tap = () => tapWall(bench, hit, event)
    return event.device === 'touch' ? panning(bench.camera, event.at, tap) : boxing(bench, event, tap)
  },
}

function tapWall(bench: Bench, hit: Hit | null, { shift }: PointerEventData): void {
  bench.editing.set(null)
  if (hit) {
    if (shift) bench.selection.toggle(hit.drawable.id)
    else bench.selection.set([hit.drawable.id])
  } else if (!shift) bench.selection.clear()
}

/** The pointer is down on a card and has not moved: a click, or the beginning of a drag. */
function pressing(bench: Bench, press: PointerEventData, hit: Hit): Gesture {
  const { id } = hit.drawable
  const gesture: Gesture = {
    name: 'pressing',
    move(event) {
      if (apart(event.at, press.at) < slopOf(event)) return gesture
      if (bench.editing.get() !== id) bench.editing.set(null)
      if (!bench.selection.has(id)) {
        if (press.shift) bench.selection.toggle(id)
        else bench.selection.set([id])
      }
      if (!bench.canWrite.get()) return gesture
      return dragging(bench, press.at, bench.selection.ids.get()).move(event)
    },
    up: () => click(bench, press, hit),
    cancel: () => undefined,
  }
  return gesture
}

function click(bench: Bench, { shift, mod }: PointerEventData, { drawable, part }: Hit): void {
  const { id, card } = drawable
  if (bench.editing.get() !== id) bench.editing.set(null)
  if (shift || mod) bench.selection.toggle(id)
  else bench.selection.set([id])
  if (part.name === 'addFrame' && bench.canWrite.get()) {
    bench.undo.mark()
    addFrame(bench.writer, id)
  }
  if (part.name !== 'source') return
  const story = bench.records.get('highlights', card.highlight)?.story
  if (story) bench.focus.set({ kind: 'story', story, highlight: card.highlight })
}

/** Draws a box; what lies wholly inside is selected while it is drawn. */
function boxing(bench: Bench, press: PointerEventData, tap: () => void): Gesture {
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
      const inside = bench.scene
        .within(box)
        .filter(({ place }) => encloses(box, uprightBox(place)))
        .map(({ id }) => id)
      bench.preview.stretch(box)
      bench.selection.set(press.shift ? [...before, ...inside] : inside)
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
