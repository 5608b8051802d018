import { fork } from 'node:child_process'
import { readdirSync, rmSync, writeFileSync } from 'node:fs'
import { join, resolve } from 'node:path'
import { parseArgs } from 'node:util'
import { build } from 'vite'

/**
 * `npm run faults`: the ways in which the world fails a board, one line of figures each. Names choose
 * some of them; `--quick` is the short form, `--seed N` repeats the choices of a run, `--json` prints one
 * object a line.
 */

/** @typedef {{ fault: string, seed: number, passed: boolean, seconds: number, figures: import('./fault').Figures, problems: string[] }} Outcome */

const folder = import.meta.dirname
const project = resolve(folder, '../..')
// Of this run alone: two may be at work.
const built = resolve(project, 'out/faults', String(process.pid))
const ORDER = ['kills', 'abuse', 'partitions', 'computers', 'powerCut', 'diskFull', 'damage', 'places']
/** Measured by the clock. */
const ALONE = ['kills', 'abuse']
const SHOWN_PROBLEMS = 5
/** Programs of the app itself. */
const PROGRAMS = {
  cli: resolve(project, 'electron/cli.ts'),
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
  // A process starts twice as fast from few files; the engine's own must stand beside its code.
  ssr: { noExternal: true, external: ['node-sqlite3-wasm'] },
  build: {
    ssr: true,
    target: 'node20',
    outDir: built,
    emptyOutDir: true,
    rollupOptions: {
      input: {
        ...PROGRAMS,
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
const wanted = positionals.length > 0 ? positionals : known
/** @param {string[]} names */
const runAll = async (names) => {
  for (let name = names.shift(); name; name = names.shift()) {
    const outcome = await runFault(name)
    outcomes.push(outcome)
    show(outcome)
  }
}
// What is measured by the clock goes alone; the others wait, or have one thread.
await runAll(wanted.filter((name) => ALONE.includes(name)))
const others = wanted.filter((name) => !ALONE.includes(name))
await Promise.all([runAll(others), runAll(others)])
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
function runFault(name) {
  const args = [name, built, values.quick ? 'quick' : 'long', String(seed)]
  // Documents come and go by the thousand: cleaning up after them seldom saves a fifth of the time.
  const child = fork(join(folder, 'runFault.mjs'), args, { execArgv: ['--max-semi-space-size=64'] })
  return new Promise((resolve) => {
    /** @type {Outcome | undefined} */
    let outcome
    child.once('message', (/** @type {Outcome} */ said) => {
      outcome = said
    })
    child.once('exit', (code) => {
      const problems = [`its process ended with ${code}`]
      resolve(outcome ?? { fault: name, seed, passed: false, seconds: 0, figures: {}, problems })
    })
  })
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
