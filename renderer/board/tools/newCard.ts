import { addCard } from '#shared/board/actions/cards'
import type { Point } from '#shared/cards/box'
import { kindOfStage } from '#shared/cards/ofStage'
import { homeAt } from './home'
import type { Bench } from './tool'

const SIZE = [240, 160] as const

/**
 * Adds the card that the present stage works with, centred on a world point, selects it and starts
 * writing in it. A point on a theme or in a frame puts the card into it. One undo step.
 */
export function createCardAt(bench: Bench, at: Point, text = ''): string {
  const { stage } = bench.records.singleton('meta')
  const { type, tint } = kindOfStage(stage)
  const theme = homeAt(bench.scene, at)
  bench.editing.set(null)
  bench.undo.mark()
  const depth = bench.undo.depth()
  const id = addCard(bench.writer, {
    type,
    tint,
    stage,
    text,
    theme,
    pos: [Math.round(at[0] - SIZE[0] / 2), Math.round(at[1] - SIZE[1] / 2)],
    size: [...SIZE, 0],
  })
  bench.selection.set([id])
  bench.editing.set(id)
  bench.fresh.set({ id, depth })
  return id
}
