import { seeded } from '../support/randomness'
import type { Fault } from './fault'
import { Lane } from './kills/lane'
import { newTally } from './kills/tally'

const LANES = 2

/** The hub's process is killed at any moment while three guests edit; see `kills/lane.ts`. */
export const fault: Fault = {
  async run(context) {
    const tally = newTally()
    let left = context.isQuick ? 30 : 1_000
    const lanes = Array.from({ length: LANES }, (_, at) => {
      const lane = new Lane(context, `lane${at}`, seeded(context.seed + at), tally)
      return lane.run(() => left-- > 0)
    })
    await Promise.all(lanes)
    const places = [...tally.places].sort(([a], [b]) => (a < b ? -1 : 1))
    return {
      kills: tally.kills,
      opened: tally.opened,
      'saved edits checked': tally.acknowledged,
      'saved edits lost': tally.lost,
      'longest loss, ms': Math.round(tally.longestLoss),
      'by the clock, ms': Math.round(tally.longestByClock),
      ...Object.fromEntries(places.map(([place, count]) => [`in ${place}`, count])),
    }
  },
}
