import { mkdtempSync, readdirSync, rmSync, statfsSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join, resolve } from 'node:path'
import { pathToFileURL } from 'node:url'
import { parseArgs } from 'node:util'
import { build } from 'vite'

/**
 * `npm run faults`: the ways in which the world fails a board, one line of figures each. Names choose
 * some of them; `--quick` is the short form, `--seed N` repeats the choices of a run, `--json` prints one
 * object a line.
 */

/** @typedef {import('./fault').Figures} Figures */
/** @typedef {{ fault: string, seed: number, passed: boolean, seconds: number, figures: Figures, problems: string[] }} Outcome */

const folder = import.meta.dirname
const project = resolve(folder, '../..')
// Of this run alone: two may be at work.
const built = resolve(project, 'out/faults', String(process.pid))
const ORDER = ['kills', 'powerCut', 'diskFull', 'damage', 'places']
const SHOWN_PROBLEMS = 5
const THREADS = {
  fileThread: resolve(project, 'electron/files/thread/fileThread.ts'),
  mergeThread: resolve(project, 'electron/files/thread/mergeThread.ts'),
}

const sources = readdirSync(folder, { recursive: true, encoding: 'utf8' })
/** Programs of this folder by their ending. @param {string} ending */
const named = (ending) => sources.filter((file) => file.endsWith(ending)).map((file) => file.slice(0, -3))
const known = named('.fault.ts').map((file) => file.slice(0, -'.fault'.length))
known.sort((a, b) => ORDER.indexOf(a) - ORDER.indexOf(b))

const { values, positionals } = parseArgs({
  allowPositionals: true,
  options: {
    quick: { type: 'boolean', default: false },
    json: { type: 'boolean', default: false },
    seed: { type: 'string' },
    /** Where to leave what was counted, for `npm test`. */
    report: { type: 'string' },
  },
})
const strange = positionals.filter((name) => !known.includes(name))
const seed = values.seed === undefined ? Math.floor(Math.random() * 1e9) : Number(values.seed)
if (strange.length > 0 || !Number.isInteger(seed)) {
  console.error(
    strange.length > 0
      ? `There is no fault ${strange.join(', ')}. Known: ${known.join(', ')}; --quick, --json, --seed NUMBER.`
      : `${values.seed} is no seed: use a whole number.`,
  )
  process.exit(2)
}

await build({
  root: project,
  configFile: false,
  logLevel: 'error',
  build: {
    ssr: true,
    target: 'node20',
    outDir: built,
    emptyOutDir: true,
    rollupOptions: {
      input: {
        ...THREADS,
        ...Object.fromEntries(
          [...named('.fault.ts'), ...named('.process.ts'), ...named('.preload.ts')].map((file) => [
            file.replaceAll('\\', '/').split('/').at(-1),
            resolve(folder, `${file}.ts`),
          ]),
        ),
      },
      output: { entryFileNames: '[name].js' },
    },
  },
})

/** @type {Outcome[]} */
const outcomes = []
for (const name of positionals.length > 0 ? positionals : known) {
  const outcome = await runFault(name)
  outcomes.push(outcome)
  show(outcome)
}
const failed = outcomes.filter(({ passed }) => !passed).length
if (values.report) {
  writeFileSync(values.report, JSON.stringify({ passed: outcomes.length - failed, failed, outcomes }))
}
if (!values.json) console.log(`${outcomes.length - failed} passed, ${failed} failed`)
rmSync(built, { recursive: true, force: true })
process.exit(failed > 0 ? 1 : 0)

/**
 * @param {string} name
 * @returns {Promise<Outcome>}
 */
async function runFault(name) {
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
      isQuick: values.quick,
      seed,
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
  return { fault: name, seed, passed: problems.length === 0, seconds, figures, problems }
}

/** Memory where there is enough: none of the faults asks anything of a real disk, and this one never stalls. */
function quickFolder() {
  try {
    const { bavail, bsize } = statfsSync('/dev/shm')
    return bavail * bsize > 256 * 1024 * 1024 ? '/dev/shm' : tmpdir()
  } catch {
    return tmpdir()
  }
}

/** @param {Outcome} outcome */
function show(outcome) {
  if (values.json) {
    console.log(JSON.stringify(outcome))
    return
  }
  const { fault, passed, seconds, figures, problems } = outcome
  const said = Object.entries(figures).map(([name, value]) => `${name} ${value}`)
  console.log(
    `${fault.padEnd(9)} ${passed ? 'passed' : 'FAILED'}  ${said.join(', ')}  (${seconds} s, seed ${seed})`,
  )
  for (const problem of problems.slice(0, SHOWN_PROBLEMS)) console.log(`          ${problem}`)
  if (problems.length > SHOWN_PROBLEMS) {
    console.log(`          and ${problems.length - SHOWN_PROBLEMS} more`)
  }
}
