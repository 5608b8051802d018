import { mkdirSync, readFileSync, rmSync } from 'node:fs'
import { join } from 'node:path'
import { factsOf } from '../support/boardFacts'
import { seeded } from '../support/randomness'
import { makeRichBoard } from '../support/richBoard'
import { type Ending, tryBoard } from './damage/trial'
import type { Fault } from './fault'

const QUICK = 40
const LONG = 1_000

/** A flipped byte, and a cut, at random places of a board file as an evening leaves it. */
export const fault: Fault = {
  async run({ isQuick, seed, folder, problem }) {
    const original = join(folder, 'original.ground')
    makeRichBoard(original, { seed: (seed % 1_000) + 1 })
    const whole = factsOf(original)
    const bytes = readFileSync(original)
    const random = seeded(seed)
    const endings = new Map<Ending, number>()
    const times = isQuick ? QUICK : LONG
    const place = join(folder, 'spoilt')
    for (let trial = 0; trial < times * 2; trial++) {
      const at = random.under(bytes.length)
      const isCut = trial % 2 === 1
      const spoilt = Buffer.from(isCut ? bytes.subarray(0, at) : bytes)
      if (!isCut) spoilt[at] = (spoilt[at] ?? 0) ^ (1 + random.under(255))
      const name = isCut ? `cut at ${at}` : `byte ${at} flipped`
      mkdirSync(place)
      try {
        const ending = tryBoard(join(place, 'board.ground'), spoilt, whole, (sentence) =>
          problem(`${name}: ${sentence}`),
        )
        endings.set(ending, (endings.get(ending) ?? 0) + 1)
      } catch (error) {
        problem(`${name}: ${error instanceof Error ? error.message : String(error)}`)
      } finally {
        rmSync(place, { recursive: true, force: true })
      }
    }
    return {
      'bytes flipped': times,
      cuts: times,
      'of, kB': bytes.length / 1000,
      ...Object.fromEntries(endings),
    }
  },
}
