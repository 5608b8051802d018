import { type Randomness, seeded } from '../support/randomness'
import type { Fault } from './fault'
import { Lane } from './kills/lane'
import { MOST_LOST, type Plan } from './kills/survey'
import { newTally } from './kills/tally'

const LANES = 3

/** Kinds of kills, each as often as it stands here. */
const KINDS: readonly Plan['kind'][] = [
  ...Array.from({ length: 8 }, () => 'editing' as const),
  ...Array.from({ length: 5 }, () => 'generation' as const),
  ...Array.from({ length: 4 }, () => 'purge' as const),
  'snapshot',
  'snapshot',
  'migration',
  'migration',
  'version',
  'version',
  'repair',
  'repair',
  'opening',
]

/** The hub's process is killed at any moment while three guests edit; see `kills/lane.ts`. */
export const fault: Fault = {
  async run(context) {
    const tally = newTally()
    const random = seeded(context.seed)
    const kinds = Array.from({ length: context.isQuick ? 30 : 1_000 }, dealer(random))
    const lanes = Array.from({ length: context.isQuick ? 2 : LANES }, (_, at) => {
      const lane = new Lane(context, `lane${at}`, seeded(context.seed + 1 + at), tally)
      return lane.run(() => kinds.pop())
    })
    // Whatever went wrong in one, nobody is left at work behind the others.
    for (const lane of await Promise.allSettled(lanes)) if (lane.status === 'rejected') throw lane.reason
    const byClock = tally.byClock.filter((lost) => lost > 0).sort((a, b) => a - b)
    // By the clock the hub may be held up by whatever else the machine does, but not as a rule.
    const median = byClock[Math.floor(byClock.length / 2)] ?? 0
    if (median > MOST_LOST)
      context.problem(`every other kill lost edits that had been with the hub for ${Math.round(median)} ms`)
    const places = [...tally.places].sort(([a], [b]) => (a < b ? -1 : 1))
    return {
      kills: tally.kills,
      opened: tally.opened,
      'saved edits checked': tally.acknowledged,
      'saved edits lost': tally.lost,
      'words gone for good': tally.purged,
      'longest loss, ms': Math.round(tally.longestLoss),
      'by the clock, ms': Math.round(byClock.at(-1) ?? 0),
      'as a rule, ms': Math.round(median),
      ...Object.fromEntries(places.map(([place, count]) => [`in ${place}`, count])),
    }
  },
}

/** Gives one kind after the other, all of them once before any comes again. */
function dealer(random: Randomness): () => Plan['kind'] {
  let left: Plan['kind'][] = []
  return () => {
    if (left.length === 0) left = [...KINDS]
    return left.splice(random.under(left.length), 1)[0] ?? 'editing'
  }
}
