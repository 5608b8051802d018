import type { RunningRound } from '../roundLine'
import { isSilentSort } from '../silence'
import { freeCards } from '../suggestions'
import type { Command, CommandBench } from './command'
import { isLeading } from './leading'
import { mayBegin } from './rounds'

/** The cards to compare: the chosen ones, or all that lie in no theme. */
function compared({ selection, records }: CommandBench): string[] {
  const chosen = [...selection.ids.get()].filter((id) => {
    const card = records.get('cards', id)
    return card && !card.locked && card.type !== 'theme'
  })
  return chosen.length > 1 ? chosen : freeCards({ records })
}

const MINUTE = 60_000
/** How long the room sorts in silence unless another time is set. */
const SILENCE = 10 * MINUTE

/** The silent sort that runs. */
const sortOf = ({ replica }: CommandBench): RunningRound | null => {
  const round = replica.rounds.running.get()
  return round && isSilentSort(round) ? round : null
}

/** What brings cards together that say similar things. */
export const CLUSTERING: readonly Command[] = [
  {
    id: 'sortInSilence',
    group: 'cluster',
    menu: ['wall'],
    isPossible: (bench) => mayBegin(bench) && !bench.isSilent.get(),
    run: ({ replica }) =>
      replica.rounds.order({ do: 'begin', settings: { kind: 'timer', ms: SILENCE, silent: true } }),
  },
  {
    id: 'endSilence',
    group: 'cluster',
    menu: ['wall'],
    isPossible: (bench) => isLeading(bench) && bench.isSilent.get() && sortOf(bench) !== null,
    run(bench) {
      const sort = sortOf(bench)
      if (sort) bench.replica.rounds.order({ do: 'end', round: sort.id })
    },
  },
  {
    id: 'suggestClusters',
    group: 'cluster',
    menu: ['card', 'wall'],
    isPossible: (bench) => bench.canWrite.get() && compared(bench).length > 1,
    run(bench) {
      const cards = compared(bench)
      bench.editing.set(null)
      bench.overlay.set('clusters')
      bench.suggestions.search(cards)
    },
  },
]
