import { mkdirSync, rmSync } from 'node:fs'
import { join } from 'node:path'
import { ensurePackages } from '../../electron/setup/packages.mjs'
import { describeDuration } from '../../electron/setup/progress.mjs'
import { projectDirectory } from '../../electron/setup/project.mjs'
import { describeRuntime, findElectron } from '../../electron/setup/runtime/findElectron.mjs'
import { SetupProblem } from '../../electron/setup/SetupProblem.mjs'
import {
  ensureSystemPackages,
  requireSharedLibraries,
  TEST_TOOLS,
  VIRTUAL_DISPLAY,
  WINDOW_LIBRARIES,
} from '../../electron/setup/systemLibraries.mjs'
import { closingLine, countOne, NOTHING, sum } from './counts.mjs'
import { runFaults, runPlaywright, runTool, runVitest } from './runners.mjs'

/** @typedef {import('./counts.mjs').Counts} Counts */

/**
 * One part of the test run. `work` answers what it counted and throws only when it could not run at all.
 * @typedef {object} Step
 * @property {string} name what `--only` calls it
 * @property {string} title
 * @property {string} [needs] the step without which this one says nothing
 * @property {() => Promise<Counts>} work
 */

export const REPORTS = join(projectDirectory, 'test-results')

/**
 * `npm test`: sets the machine up, runs every step or those named by `--only name,name`, and prints one closing line.
 * A step that fails does not stop the next, unless that one needs it.
 * @param {string[]} args
 */
export async function runTests(args) {
  const chosen = chosenSteps(args)
  rmSync(REPORTS, { recursive: true, force: true })
  mkdirSync(REPORTS, { recursive: true })
  const began = Date.now()
  /** @type {Map<string, Counts>} */
  const results = new Map()
  for (const step of STEPS.filter(({ name }) => chosen.includes(name))) {
    results.set(step.name, await runStep(step, results))
  }
  const total = sum([...results.values()])
  console.log(`\nAll took ${describeDuration(Date.now() - began)}.`)
  for (const [name, counts] of results) {
    if (counts.failed === 0) continue
    console.log(`\nFailed in ${name}: ${counts.failed}`)
    // Said once more: of a long log the end is what is kept and read.
    for (const failure of counts.failures ?? []) console.log(failure)
  }
  if (total.failed > 0 || total.passed === 0) process.exitCode = 1
  console.log(closingLine(total))
}

/**
 * @param {Step} step
 * @param {Map<string, Counts>} results of the steps before
 * @returns {Promise<Counts>}
 */
async function runStep(step, results) {
  console.log(`\n== ${step.title}`)
  if (step.needs && results.get(step.needs)?.failed) {
    console.log(`Not run: ${step.needs} failed.`)
    return countOne(false)
  }
  const began = Date.now()
  const counts = await step.work().catch((error) => {
    console.log(error instanceof SetupProblem ? error.message : error)
    return countOne(false)
  })
  console.log(`-- ${step.name} took ${describeDuration(Date.now() - began)}`)
  return counts
}

/**
 * @param {string[]} args
 * @returns {string[]} names of steps, setup always among them
 */
export function chosenSteps(args) {
  const names = STEPS.map(({ name }) => name)
  if (args.length === 0) return names
  const wanted = (args[0] === '--only' ? args.slice(1) : args).join(',').split(',').filter(Boolean)
  const unknown = wanted.filter((name) => !names.includes(name))
  if (unknown.length > 0 || wanted.length === 0) {
    throw new SetupProblem(`Usage: npm test [-- --only NAME,NAME]. The names are ${names.join(', ')}.`)
  }
  return names.filter(
    (name) =>
      name === 'setup' || wanted.includes(name) || (name === 'build' && wanted.includes('end-to-end')),
  )
}

/** @type {Step[]} */
const STEPS = [
  { name: 'setup', title: 'Setting up', work: setUp },
  {
    name: 'lint',
    title: 'Format and lint',
    work: () => runTool('@biomejs/biome/bin/biome', ['check', '--error-on-warnings', '.']),
  },
  { name: 'types', title: 'Types', work: () => runTool('typescript/bin/tsc', ['--build']) },
  {
    name: 'build',
    title: 'Build',
    work: () => runTool('electron-vite/bin/electron-vite.js', ['build', '--logLevel', 'warn']),
  },
  { name: 'unit', title: 'Unit and fuzz tests', needs: 'setup', work: () => runVitest(REPORTS) },
  { name: 'faults', title: 'Faults', needs: 'setup', work: () => runFaults(REPORTS) },
  { name: 'end-to-end', title: 'End-to-end tests', needs: 'build', work: () => runPlaywright(REPORTS) },
]

/** Setting up counts only when it fails: it tests nothing. @returns {Promise<Counts>} */
async function setUp() {
  await ensurePackages(projectDirectory)
  await ensureSystemPackages([...WINDOW_LIBRARIES, ...VIRTUAL_DISPLAY, ...TEST_TOOLS], 'the tests')
  const electron = await findElectron()
  console.log(`Node ${process.versions.node}, ${describeRuntime(electron)}`)
  await requireSharedLibraries(electron.executable)
  return NOTHING
}
