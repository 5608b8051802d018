import { showOutcome } from '#shared/board/actions/outcomes'
import type { Command, CommandBench } from './command'
import { isLeading } from './leading'

/** A round may begin in the place of a timer, and of nothing else. */
export const mayBegin = (bench: CommandBench): boolean =>
  isLeading(bench) && (bench.replica.rounds.running.get()?.shown.kind ?? 'timer') === 'timer'

/** The talk that runs. */
const talkOf = ({ replica }: CommandBench) => {
  const shown = replica.rounds.running.get()?.shown
  return shown?.kind === 'speaking' ? shown : null
}

/** Beginning a round, what people do in one by keys, and showing what came of the last one. */
export const ROUNDS: readonly Command[] = [
  {
    id: 'startWriting',
    group: 'room',
    menu: ['wall'],
    isPossible: mayBegin,
    run: ({ overlay }) => overlay.set('writing'),
  },
  {
    id: 'startVote',
    group: 'room',
    menu: ['card', 'wall'],
    isPossible: mayBegin,
    run: ({ overlay }) => overlay.set('vote'),
  },
  {
    id: 'startSpeaking',
    group: 'room',
    isPossible: mayBegin,
    run: ({ overlay }) => overlay.set('speaking'),
  },
  {
    id: 'startOneTwoFourAll',
    group: 'room',
    isPossible: mayBegin,
    run: ({ overlay }) => overlay.set('oneTwoFourAll'),
  },
  {
    id: 'startEnergy',
    group: 'room',
    isPossible: mayBegin,
    run: ({ overlay }) => overlay.set('energy'),
  },
  {
    id: 'raiseHand',
    group: 'room',
    keys: ['Alt+R'],
    reach: 'board',
    isPossible: (bench) => bench.canWrite.get() && talkOf(bench) !== null,
    run(bench) {
      const me = bench.replica.me.get()?.person
      const isUp = talkOf(bench)?.queue.some(({ person }) => person === me)
      bench.replica.rounds.ask({ kind: 'speaking', asks: { do: isUp ? 'lower' : 'raise' } })
    },
  },
  {
    id: 'nextSpeaker',
    group: 'room',
    keys: ['Alt+N'],
    reach: 'board',
    isPossible: (bench) => isLeading(bench) && talkOf(bench) !== null,
    run({ replica: { rounds } }) {
      const talk = rounds.running.get()
      if (talk) rounds.order({ do: 'next', round: talk.id })
    },
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
