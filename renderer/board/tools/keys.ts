import { deleteCards, duplicateCards, moveCards } from '#shared/board/actions/cards'
import { centreOf, type Point } from '#shared/cards/box'
import type { BoardEvent } from '../input'
import { withMembers } from './drag'
import { editSelected } from './edit'
import { createCardAt } from './newCard'
import type { Bench } from './tool'

type KeyEvent = Extract<BoardEvent, { kind: 'keyDown' | 'keyUp' }>

/** World units an arrow moves cards; ten times as far with shift. */
const STEP = 4
const ZOOM_STEP = 1.25
const COPY_OFFSET: Point = [24, 24]

const ARROWS: Readonly<Record<string, Point>> = {
  ArrowLeft: [-1, 0],
  ArrowRight: [1, 0],
  ArrowUp: [0, -1],
  ArrowDown: [0, 1],
}

/** Does what a key means while nothing is being edited; false when it means nothing. */
export function pressKey(bench: Bench, event: KeyEvent): boolean {
  const arrow = ARROWS[event.key]
  if (arrow) return pressArrow(bench, arrow, event)
  const zoom = pressZoom(bench, event)
  if (zoom) return true
  if (event.mod) return pressWithMod(bench, event)
  if (event.alt) return false
  if (event.key === 'Enter') return editSelected(bench)
  if (event.key === 'Delete' || event.key === 'Backspace') return deleteSelected(bench)
  return false
}

function pressZoom({ camera, scene }: Bench, { key, code, shift, mod, alt }: KeyEvent): boolean {
  if (alt) return false
  const { zoom } = camera.view.get()
  if (shift && !mod && code === 'Digit1') zoomToFit({ camera, scene })
  // Alone these are the first letter of a card: “0800” is a number people write down.
  else if (!mod) return false
  else if (key === '+' || key === '=') zoomTo(camera, zoom * ZOOM_STEP)
  else if (key === '-') zoomTo(camera, zoom / ZOOM_STEP)
  else if (key === '0') zoomTo(camera, 1)
  else return false
  return true
}

function zoomTo(camera: Bench['camera'], zoom: number): void {
  camera.travel({ ...camera.view.get(), zoom })
}

/** Shows everything on the wall. */
export function zoomToFit({ camera, scene }: Pick<Bench, 'scene' | 'camera'>): void {
  const bounds = scene.bounds()
  if (bounds) camera.fit(bounds)
}

function pressWithMod(bench: Bench, { key, code, shift }: KeyEvent): boolean {
  // On an Arabic keyboard the key of Z writes another letter; its place on the keyboard is the same.
  const letter = /^[a-z]$/i.test(key) ? key : code.replace(/^Key/, '')
  switch (letter.toLowerCase()) {
    case 'a':
      bench.selection.set(bench.scene.all().map(({ id }) => id))
      return true
    case 'z':
    case 'y':
      // A wall to look at has no steps: whatever stands around it may have some.
      if (!bench.canWrite.get()) return false
      if (shift || letter.toLowerCase() === 'y') bench.undo.redo()
      else bench.undo.undo()
      return true
    case 'd':
      duplicateSelected(bench)
      return true
    default:
      return false
  }
}

function pressArrow(bench: Bench, [across, down]: Point, { shift, alt, mod }: KeyEvent): boolean {
  if (mod) return false
  const ids = bench.selection.ids.get()
  if (ids.size === 0 || alt || !bench.canWrite.get()) return selectTowards(bench, [across, down])
  const step = shift ? STEP * 10 : STEP
  bench.undo.mark()
  moveCards(bench.writer, withMembers(bench, ids), [across * step, down * step])
  return true
}

/** Goes from the selected card, or the middle of the view, to the nearest one in a direction. */
function selectTowards(bench: Bench, [across, down]: Point): boolean {
  const id = [...bench.selection.ids.get()].at(-1)
  const from = id === undefined ? undefined : bench.scene.get(id)
  const view = bench.camera.view.get()
  const [x, y] = from ? centreOf(from.place) : [view.x, view.y]
  let best: string | undefined
  let least = Number.POSITIVE_INFINITY
  for (const drawable of bench.scene.all()) {
    if (drawable.id === id) continue
    const [cx, cy] = centreOf(drawable.place)
    const ahead = (cx - x) * across + (cy - y) * down
    const aside = Math.abs((cx - x) * down) + Math.abs((cy - y) * across)
    if (from && ahead <= 0) continue
    const cost = Math.abs(ahead) + aside * 2
    if (cost >= least) continue
    least = cost
    best = drawable.id
  }
  const chosen = best === undefined ? undefined : bench.scene.get(best)
  if (!chosen) return false
  bench.selection.set([chosen.id])
  bench.camera.reveal(chosen.place)
  return true
}

function deleteSelected(bench: Bench): boolean {
  const ids = [...bench.selection.ids.get()]
  if (ids.length === 0 || !bench.canWrite.get()) return false
  bench.undo.mark()
  deleteCards(bench.writer, ids)
  return true
}

function duplicateSelected(bench: Bench): void {
  const ids = [...bench.selection.ids.get()]
  if (ids.length === 0 || !bench.canWrite.get()) return
  bench.undo.mark()
  bench.selection.set(duplicateCards(bench.writer, ids, COPY_OFFSET))
}

/** Typing on the wall starts a card where the pointer is, or in the middle of the view. */
export function typeOnWall(bench: Bench, text: string, pointer: Point | null): boolean {
  if (!bench.canWrite.get() || bench.editing.get() !== null) return false
  const { x, y } = bench.camera.view.get()
  createCardAt(bench, pointer ? bench.camera.toWorld(pointer) : [x, y], text)
  return true
}
