import { existsSync, readFileSync } from 'node:fs'
import { createRequire } from 'node:module'
import { join } from 'node:path'
import { networkFailureIn } from '../packages.mjs'
import { showProgress } from '../progress.mjs'
import { runNode } from '../runCommand.mjs'
import { SetupProblem } from '../SetupProblem.mjs'

/** @typedef {import('./chooseRuntime.mjs').Runtime} Runtime */

const STALLED_AFTER_MS = 30_000

/** Where the executable lies inside an unpacked Electron. */
export const EXECUTABLE_PATH =
  process.platform === 'darwin'
    ? join('Electron.app', 'Contents', 'MacOS', 'Electron')
    : process.platform === 'win32'
      ? 'electron.exe'
      : 'electron'

/**
 * The runtime in a folder, or undefined when there is none.
 * @param {string} directory
 * @param {Runtime['source']} source
 * @returns {Runtime | undefined}
 */
export function runtimeIn(directory, source) {
  const executable = join(directory, EXECUTABLE_PATH)
  const versionFile = join(directory, 'version')
  if (!existsSync(executable) || !existsSync(versionFile)) return undefined
  return {
    directory,
    executable,
    version: readFileSync(versionFile, 'utf8').trim().replace(/^v/, ''),
    source,
  }
}

/**
 * The runtime that ELECTRON_OVERRIDE_DIST_PATH names; a folder without one is a fault, not a reason to look elsewhere.
 * @param {NodeJS.ProcessEnv} [environment]
 */
export async function overriddenElectron(environment = process.env) {
  const directory = environment.ELECTRON_OVERRIDE_DIST_PATH
  if (!directory) return undefined
  const runtime = runtimeIn(directory, 'override')
  if (runtime) return runtime
  throw new SetupProblem(
    `ELECTRON_OVERRIDE_DIST_PATH names ${directory}, which holds no unpacked Electron (${EXECUTABLE_PATH} and a file named version).`,
  )
}

/**
 * The runtime that the electron package has unpacked, if it is the one its version asks for.
 * @param {string} project
 */
export async function installedElectron(project) {
  const runtime = runtimeIn(join(packageDirectory(project), 'dist'), 'package')
  return runtime?.version === wantedVersion(project) ? runtime : undefined
}

/**
 * Downloads and unpacks the official Electron, checked against the checksums in its npm package. Answers `unreachable`
 * only when not a byte of it could be had; anything else that goes wrong is thrown.
 * @param {string} project
 * @param {{ patience: number }} options how many milliseconds its host may take to answer
 * @returns {Promise<Runtime | { unreachable: string }>}
 */
export async function downloadElectron(project, { patience }) {
  const version = wantedVersion(project)
  // The downloader belongs to the electron package, wherever npm has put it.
  const require = createRequire(join(packageDirectory(project), 'package.json'))
  /** @type {typeof import('@electron/get')} */
  const { downloadArtifact } = require('@electron/get')
  const quitting = new AbortController()
  let received = 0
  let total = 0
  let finish = () => {}
  let watchdog = setTimeout(() => quitting.abort(), patience)
  const getProgressCallback = async (
    /** @type {{ transferred: number, total: number | null }} */ progress,
  ) => {
    if (received === 0)
      finish = showProgress(`Downloading Electron ${version}`, () => megabytes(received, total))
    received = progress.transferred
    total = progress.total ?? 0
    clearTimeout(watchdog)
    watchdog = setTimeout(() => quitting.abort(), STALLED_AFTER_MS)
  }
  try {
    await downloadArtifact({
      version,
      artifactName: 'electron',
      platform: process.platform,
      arch: process.arch,
      checksums: require('electron/checksums.json'),
      downloadOptions: { quiet: true, signal: quitting.signal, getProgressCallback },
    })
  } catch (error) {
    const unreachable = received === 0 && reasonUnreachable(error, patience)
    if (unreachable) return { unreachable }
    throw new SetupProblem(`Electron ${version} could not be downloaded: ${messageOf(error)}`)
  } finally {
    clearTimeout(watchdog)
    finish()
  }
  // The package's own installer takes the file from the download cache, checks it again and unpacks it.
  const result = await runNode(join(packageDirectory(project), 'install.js'), [])
  const installed = await installedElectron(project)
  if (result.code === 0 && installed) return installed
  throw new SetupProblem(`Electron ${version} was downloaded but not unpacked:\n${result.errors.trim()}`)
}

/**
 * Why a host counts as out of reach, or undefined when it was reached and something else went wrong.
 * @param {unknown} error
 * @param {number} patience
 * @returns {string | undefined}
 */
export function reasonUnreachable(error, patience) {
  if (!(error instanceof Error)) return undefined
  if (error.name === 'AbortError') return `no answer within ${patience / 1000} s`
  const cause = error.cause
  if (!(cause instanceof Error)) return undefined
  const code = 'code' in cause ? String(cause.code) : ''
  if (code === 'UND_ERR_CONNECT_TIMEOUT') return code
  // Node tries every address of a host and gathers the failures.
  if (cause instanceof AggregateError) return networkFailureIn(cause.errors.map(messageOf).join(' '))
  return networkFailureIn(`${code} ${cause.message}`)
}

/**
 * "84 of 196 MB", or "84 MB" when the whole is not known.
 * @param {number} received bytes
 * @param {number} total bytes, 0 for unknown
 */
export function megabytes(received, total) {
  const inMegabytes = (/** @type {number} */ bytes) => Math.round(bytes / 1_000_000)
  return total ? `${inMegabytes(received)} of ${inMegabytes(total)} MB` : `${inMegabytes(received)} MB`
}

/** @param {unknown} error */
function messageOf(error) {
  return error instanceof Error ? error.message : String(error)
}

/** @param {string} project */
function packageDirectory(project) {
  return join(project, 'node_modules', 'electron')
}

/**
 * @param {string} project
 * @returns {string}
 */
function wantedVersion(project) {
  return JSON.parse(readFileSync(join(packageDirectory(project), 'package.json'), 'utf8')).version
}
