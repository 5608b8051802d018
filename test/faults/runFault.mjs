import { mkdtempSync, rmSync, statfsSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { pathToFileURL } from 'node:url'

/**
 * Runs one fault in a process of its own, so that several can run at once: its name, the folder with the built
 * programs, `quick` or `long`, and the seed. Sends its outcome to the process that started it.
 */

/** @typedef {import('./fault').Figures} Figures */
/** @typedef {{ fault: string, seed: number, passed: boolean, seconds: number, figures: Figures, problems: string[] }} Outcome */

const [, , name = '', built = '', form = 'quick', seed = '1'] = process.argv

const began = performance.now()
const place = mkdtempSync(join(quickFolder(), `ground-${name}-`))
/** @type {string[]} */
const problems = []
/** @type {Figures} */
let figures = {}
try {
  /** @type {{ fault: import('./fault').Fault }} */
  const { fault } = await import(pathToFileURL(join(built, `${name}.fault.js`)).href)
  figures = await fault.run({
    isQuick: form === 'quick',
    seed: Number(seed),
    folder: place,
    program: (program) => join(built, `${program}.js`),
    problem: (sentence) => void problems.push(sentence),
  })
} catch (error) {
  problems.push(error instanceof Error ? (error.stack ?? error.message) : String(error))
} finally {
  rmSync(place, { recursive: true, force: true })
}
const seconds = Math.round((performance.now() - began) / 100) / 10
/** @type {Outcome} */
const outcome = { fault: name, seed: Number(seed), passed: problems.length === 0, seconds, figures, problems }
process.send?.(outcome, () => process.exit())

/** Memory where there is enough: none of the faults asks anything of a real disk, and this one never stalls. */
function quickFolder() {
  try {
    const { bavail, bsize } = statfsSync('/dev/shm')
    return bavail * bsize > 256 * 1024 * 1024 ? '/dev/shm' : tmpdir()
  } catch {
    return tmpdir()
  }
}
