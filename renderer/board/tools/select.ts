import { addFrame } from '#shared/board/actions/prototypes'
import { type Hit, hitAt } from '../hit'
import type { PointerEventData } from '../input'
import { isLocked, takenWith } from '../members'
import { boxing } from './boxing'
import { connecting, pullingEnd } from './connecting'
import { dragging } from './drag'
import { panning } from './hand'
import { gripAt } from './handles'
import { looping } from './looping'
import { dotAt, endGripAt } from './ports'
import { isPhone } from './reach'
import { gripping } from './resize'
import { apart, type Bench, type Gesture, slopOf, type Tool } from './tool'

/** Selects, moves and resizes. */
export const select: Tool = {
  name: 'select',
  cursor: 'default',
  press(bench, event) {
    const grip = gripAt(bench, event)
    if (grip) return gripping(bench, event.at, grip)
    const end = endGripAt(bench, event)
    if (end) return pullingEnd(bench, event, end.drawable, end.which)
    const from = dotAt(bench, event)
    if (from) return connecting(bench, event, { card: from.id, at: null })
    const hit = hitAt(bench, event.at)
    // What is locked is part of the wall to a drag, and a card to a click.
    const isHeld = hit && hit.part.name !== 'field' && !isLocked(bench, hit.drawable.id)
    // On a phone a finger that looks around would take along whatever card it landed on: only a chosen one moves.
    if (isHeld && event.device === 'touch' && isPhone(bench.camera) && !bench.selection.has(hit.drawable.id))
      return panning(bench.camera, event.at, () => click(bench, event, hit))
    if (isHeld) return pressing(bench, event, hit)
    const tap = () => tapAt(bench, event)
    if (event.alt) return looping(bench, event, tap)
    return event.device === 'touch' ? panning(bench.camera, event.at, tap) : boxing(bench, event, tap)
  },
}

/** Selects what a press that did not move was on, or lets go of everything. */
export function tapAt(bench: Bench, event: PointerEventData): void {
  const hit = hitAt(bench, event.at)
  if (hit && hit.part.name !== 'field') click(bench, event, hit)
  else tapWall(bench, hit, event)
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
      if (!bench.selection.has(id)) take(bench, id, press.shift)
      if (!bench.canWrite.get()) return gesture
      return dragging(bench, press.at, bench.selection.ids.get()).move(event)
    },
    up: () => click(bench, press, hit),
    cancel: () => undefined,
  }
  return gesture
}

/** Selects a card and what is grouped with it; `adds` keeps what is selected, or gives up what was. */
function take(bench: Bench, id: string, adds: boolean): void {
  const now = bench.selection.ids.get()
  const taken = takenWith(bench, id, now)
  if (!adds) bench.selection.set(taken)
  else if (now.has(id)) bench.selection.set([...now].filter((each) => !taken.has(each)))
  else bench.selection.set([...now, ...taken])
}

function click(bench: Bench, { shift, mod }: PointerEventData, { drawable, part }: Hit): void {
  const { id, card } = drawable
  if (bench.editing.get() !== id) bench.editing.set(null)
  take(bench, id, shift || mod)
  if (part.name === 'addFrame' && bench.canWrite.get() && !card.locked) {
    bench.undo.mark()
    addFrame(bench.writer, id)
  }
  if (part.name === 'link') bench.asked.set({ do: 'openLink', link: card.link })
  if (part.name !== 'source') return
  const story = bench.records.get('highlights', card.highlight)?.story
  if (story) bench.focus.set({ kind: 'story', story, highlight: card.highlight })
}
