import { connectCards } from '#shared/board/actions/connectors'
import { makeFrame } from '#shared/board/actions/marks'
import { type Box, grown, unionOf } from '#shared/cards/box'
import { homeOf, mayLieIn, outermost } from '#shared/clustering/home'
import { unlocked } from '../members'
import { isJoinable } from '../tools/ports'
import { FIRST_OPTIONS } from '../tools/tool'
import type { Command, CommandBench } from './command'

/** World units between a frame and the cards that it is put around. */
const FRAME_MARGIN = 32

/** What joins cards and what encloses them. */
export const CONNECTING: readonly Command[] = [
  {
    id: 'connect',
    group: 'arrange',
    keys: ['Alt+C'],
    menu: ['card'],
    isPossible: (bench) => bench.canWrite.get() && pairOf(bench) !== undefined,
    run(bench) {
      const [a, b] = pairOf(bench) ?? []
      if (!a || !b) return
      const { route, heads } = FIRST_OPTIONS
      const { stage } = bench.records.singleton('meta')
      const ends = [
        { card: a.id, at: null },
        { card: b.id, at: null },
      ] as const
      bench.undo.mark()
      bench.selection.set([connectCards(bench.writer, { ends, route, heads, stage }, a.card.pos)])
    },
  },
  {
    id: 'frameAround',
    group: 'arrange',
    keys: ['Alt+F'],
    menu: ['card'],
    isPossible: (bench) => bench.canWrite.get() && framable(bench).length > 0,
    run(bench) {
      const cards = framable(bench)
      const around = unionOf(bench.scene.pick(cards).map(({ bounds }) => bounds))
      if (!around) return
      const cardOf = (id: string) => bench.records.get('cards', id)
      const homes = new Set(cards.map((id) => homeOf(cardOf, id)))
      const [only = null] = homes
      // A frame in a theme would be one of its cards: around those it stands on the wall.
      const home = homes.size === 1 && cardOf(only ?? '')?.type === 'frame' ? only : null
      const { stage } = bench.records.singleton('meta')
      bench.editing.set(null)
      bench.undo.mark()
      const frame = makeFrame(bench.writer, rounded(grown(around, FRAME_MARGIN)), { cards, home, stage })
      bench.selection.set([frame])
      bench.editing.set(frame)
    },
  },
]

/** The selected cards that may lie in a frame, without those that lie in another selected one. */
function framable({ selection, records, scene }: CommandBench): string[] {
  const cardOf = (id: string) => records.get('cards', id)
  return outermost(cardOf, unlocked({ scene }, selection.ids.get())).filter((id) =>
    mayLieIn(cardOf, id, null),
  )
}

const rounded = ({ x, y, width, height }: Box): Box => ({
  x: Math.round(x),
  y: Math.round(y),
  width: Math.round(width),
  height: Math.round(height),
})

/** The two selected cards, in the order in which they were selected. */
function pairOf({ selection, scene }: CommandBench) {
  const ids = selection.ids.get()
  const [a, b] = ids.size === 2 ? [...ids].map((id) => scene.get(id)) : []
  return a && b && isJoinable(a) && isJoinable(b) ? ([a, b] as const) : undefined
}
