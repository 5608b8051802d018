import { connectCards } from '#shared/board/actions/connectors'
import { isJoinable } from '../tools/ports'
import { FIRST_OPTIONS } from '../tools/tool'
import type { Command, CommandBench } from './command'

/** What joins cards. */
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
]

/** The two selected cards, in the order in which they were selected. */
function pairOf({ selection, scene }: CommandBench) {
  const ids = selection.ids.get()
  const [a, b] = ids.size === 2 ? [...ids].map((id) => scene.get(id)) : []
  return a && b && isJoinable(a) && isJoinable(b) ? ([a, b] as const) : undefined
}
