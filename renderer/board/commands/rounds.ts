import { showOutcome } from '#shared/board/actions/outcomes'
import type { Command, CommandBench } from './command'
import { isLeading } from './leading'

/** A round may begin in the place of a timer, and of nothing else. */
const mayBegin = (bench: CommandBench): boolean =>
  isLeading(bench) && (bench.replica.rounds.running.get()?.shown.kind ?? 'timer') === 'timer'

/** Beginning a round, and showing what came of the last one. */
export const ROUNDS: readonly Command[] = [
  {
    id: 'startVote',
    group: 'room',
    menu: ['card', 'wall'],
    isPossible: mayBegin,
    run: ({ overlay }) => overlay.set('vote'),
  },
  {
    id: 'showResult',
    group: 'room',
    isPossible: (bench) => isLeading(bench) && bench.records.all('outcomes').length > 0,
    run({ writer, records }) {
      const last = records.all('outcomes').at(-1)
      if (last) showOutcome(writer, last.id)
    },
  },
]
