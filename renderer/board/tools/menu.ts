import { centreOf, type Point } from '#shared/cards/box'
import { hitAt } from '../hit'
import { takenWith } from '../members'
import type { Bench } from './tool'

/** A menu that is open on the wall: of the selected cards, or of the wall itself. */
export interface WallMenu {
  readonly on: 'card' | 'wall'
  /** CSS pixels from the wall's top left corner. */
  readonly at: Point
}

/**
 * Opens the menu of what is at a point, which becomes the selection unless it belongs to it. Without a point
 * it is the menu of the selected cards, or of the wall when there are none.
 */
export function openMenu(bench: Bench, at: Point | null): void {
  bench.editing.set(null)
  bench.menu.set(at ? menuAt(bench, at) : menuOfSelection(bench))
}

function menuAt(bench: Bench, at: Point): WallMenu {
  const { selection } = bench
  const id = hitAt(bench, at)?.drawable.id
  if (id === undefined) selection.clear()
  else if (!selection.has(id)) selection.set(takenWith(bench, id, selection.ids.get()))
  return { on: id === undefined ? 'wall' : 'card', at }
}

function menuOfSelection({ scene, camera, selection }: Bench): WallMenu {
  const id = [...selection.ids.get()].at(-1)
  const card = id === undefined ? undefined : scene.get(id)
  const { width, height } = camera.viewport.get()
  const [x, y] = card ? camera.toScreen(centreOf(card.place)) : [width / 2, height / 2]
  return {
    on: card ? 'card' : 'wall',
    at: [Math.max(0, Math.min(x, width)), Math.max(0, Math.min(y, height))],
  }
}
