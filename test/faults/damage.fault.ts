import { mkdirSync, readFileSync, rmSync } from 'node:fs'
import { join } from 'node:path'
import { openBoardFile } from '../../electron/files/boardFile'
import { packDocument, unpackDocument } from '../../electron/files/document'
import { need } from '../bench/workplace'
import { ACTS } from '../fuzz/everyAction'
import { factsOf } from '../support/boardFacts'
import { type Randomness, seeded } from '../support/randomness'
import { makeRichBoard } from '../support/richBoard'
import { type Ending, tryBoard } from './damage/trial'
import type { Fault } from './fault'

const QUICK = 40
const LONG = 1_000

/**
 * A flipped byte, and a cut, at random places of a board file as an evening leaves it: alone in its folder, and with
 * the generation before it beside it.
 */
export const fault: Fault = {
  async run({ isQuick, seed, folder, problem }) {
    const random = seeded(seed)
    const path = join(folder, 'original.ground')
    makeRichBoard(path, { seed: (seed % 1_000) + 1 })
    const earlier = { bytes: readFileSync(path), facts: factsOf(path) }
    workOn(path, random)
    const facts = factsOf(path)
    const bytes = readFileSync(path)
    const endings = new Map<Ending, number>()
    const times = isQuick ? QUICK : LONG
    const place = join(folder, 'spoilt')
    for (let trial = 0; trial < times * 2; trial++) {
      const at = random.under(bytes.length)
      const isCut = trial % 2 === 1
      const isAlone = trial % 4 < 2
      const spoilt = Buffer.from(isCut ? bytes.subarray(0, at) : bytes)
      if (!isCut) spoilt[at] = (spoilt[at] ?? 0) ^ (1 + random.under(255))
      const name = `${isCut ? `cut at ${at}` : `byte ${at} flipped`}${isAlone ? '' : ' beside a .bak'}`
      mkdirSync(place)
      try {
        const ending = tryBoard(
          join(place, 'board.ground'),
          spoilt,
          isAlone ? { facts } : { facts, earlier },
          (sentence) => problem(`${name}: ${sentence}`),
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

/** Goes on with a closed board, so that the file as it was is an earlier state. */
function workOn(path: string, random: Randomness): void {
  const { file, contents } = need(openBoardFile(path))
  const doc = need(unpackDocument(contents))
  const updates: Uint8Array[] = []
  doc.on('update', (update: Uint8Array) => updates.push(update))
  const acts = Object.values(ACTS)
  for (let round = 0; round < 6; round++) {
    for (let act = 0; act < 5; act++)
      random.of(acts)?.({ doc, person: 'person 1', origin: null, now: () => 1_790_100_000_000 }, random)
    need(file.append({ updates: updates.splice(0) }))
  }
  const about = { kind: 'named', name: 'later', stage: 'ideas', cards: 1 }
  need(file.versions.keep(1_790_100_000_000, about, packDocument(doc)))
  file.release()
}
