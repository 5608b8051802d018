import { existsSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { hasDisplay, projectDirectory } from '../../electron/setup/project.mjs'
import { runCommand } from '../../electron/setup/runCommand.mjs'
import { countFaults, countOne, countPlaywright, countVitest, judge } from './counts.mjs'
import { failuresOfFaults, failuresOfPlaywright, failuresOfVitest } from './failures.mjs'

/** @typedef {import('./counts.mjs').Counts} Counts */

/**
 * Runs one of the project's tools that only succeeds or fails.
 * @param {string} script below node_modules
 * @param {string[]} args
 * @returns {Promise<Counts>}
 */
export async function runTool(script, args) {
  const { code } = await runCommand(process.execPath, [join('node_modules', script), ...args], {
    cwd: projectDirectory,
    show: true,
  })
  if (code !== 0) console.log(`It failed (exit code ${code}).`)
  return countOne(code === 0)
}

/**
 * @param {string} reports folder for its report
 * @returns {Promise<Counts>}
 */
export async function runVitest(reports) {
  const file = join(reports, 'unit.json')
  const { code } = await runCommand(
    process.execPath,
    [
      join('node_modules', 'vitest', 'vitest.mjs'),
      'run',
      '--config=test/vitest.config.ts',
      '--reporter=default',
      '--reporter=json',
      `--outputFile.json=${file}`,
    ],
    { cwd: projectDirectory, show: true },
  )
  return readReport(file, countVitest, failuresOfVitest, code)
}

/**
 * The short form of every fault: kills, cut power, full disks, damage.
 * @param {string} reports folder for its report
 * @returns {Promise<Counts>}
 */
export async function runFaults(reports) {
  const file = join(reports, 'faults.json')
  const { code } = await runCommand(
    process.execPath,
    [join('test', 'faults', 'run.mjs'), '--quick', `--report=${file}`],
    { cwd: projectDirectory, show: true },
  )
  return readReport(file, countFaults, failuresOfFaults, code)
}

/**
 * Runs the end-to-end tests, on a display of their own where that exists: windows that jump to the front are no help
 * to whoever works at this machine.
 * @param {string} reports folder for its report
 * @returns {Promise<Counts>}
 */
export async function runPlaywright(reports) {
  const file = join(reports, 'end-to-end.json')
  const command = [
    process.execPath,
    join('node_modules', '@playwright', 'test', 'cli.js'),
    'test',
    '--config=test/playwright.config.ts',
    '--reporter=line,json',
  ]
  const hasVirtualDisplay = existsSync('/usr/bin/xvfb-run')
  if (!hasVirtualDisplay && !hasDisplay()) {
    console.log('There is no display, and no xvfb-run to make one.')
    return countOne(false)
  }
  const [program = '', ...args] = hasVirtualDisplay
    ? ['xvfb-run', '-a', '-s', '-screen 0 1920x1080x24', ...command]
    : command
  const { code } = await runCommand(program, args, {
    cwd: projectDirectory,
    show: true,
    env: { ...process.env, PLAYWRIGHT_JSON_OUTPUT_NAME: file },
  })
  return readReport(file, countPlaywright, failuresOfPlaywright, code)
}

/**
 * @template Counted, Told
 * @param {string} file
 * @param {(report: Counted) => Counts} count
 * @param {(report: Told) => string[]} failuresIn
 * @param {number} exitCode
 * @returns {Counts}
 */
function readReport(file, count, failuresIn, exitCode) {
  if (!existsSync(file)) {
    console.log(`It left no report (exit code ${exitCode}).`)
    return countOne(false)
  }
  const report = JSON.parse(readFileSync(file, 'utf8'))
  const { counts, remark } = judge(count(report), exitCode)
  if (remark) console.log(remark)
  return { ...counts, failures: failuresIn(report) }
}
