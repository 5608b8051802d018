import { existsSync } from 'node:fs'
import { join } from 'node:path'
import { isRoot, projectDirectory } from '../project.mjs'
import { chooseRuntime } from './chooseRuntime.mjs'
import { downloadElectron, installedElectron, overriddenElectron } from './officialElectron.mjs'
import { PRELOAD_VARIABLE, PROJECT_VARIABLE } from './prepareStandIn.mjs'
import { cachedStandIn, fetchStandIn, standInFitsSystem } from './standIn.mjs'

/** @typedef {import('./chooseRuntime.mjs').Runtime} Runtime */

/**
 * An Electron and how to start a project with it.
 * @typedef {Runtime & {
 *   args: (project: string, preload?: string) => string[],
 *   env: (project: string, preload?: string) => Record<string, string>,
 * }} Electron
 */

// The official host is asked each time, since the stand-in should go when it can be reached; but nobody should wait
// long for a firewall that swallows the question.
const PATIENCE_MS = 10_000
const PATIENCE_WITH_STAND_IN_MS = 2_500

/**
 * Finds the Electron to run, fetching it when needed. `args` come before the app's own arguments; `env` is added to the
 * environment; both take a CommonJS file that is to run before the app. With `isOffline` nothing is fetched; with `isRelease` no stand-in is taken.
 * @param {{ isRelease?: boolean, isOffline?: boolean }} [options]
 * @returns {Promise<Electron>}
 */
export async function findElectron(options) {
  const runtime = await chooseRuntime(
    {
      override: () => overriddenElectron(),
      installed: () => installedElectron(projectDirectory),
      download: async () => {
        const patience = (await cachedStandIn()) ? PATIENCE_WITH_STAND_IN_MS : PATIENCE_MS
        return downloadElectron(projectDirectory, { patience })
      },
      cachedStandIn,
      fetchStandIn: () => fetchStandIn(projectDirectory),
      standInFitsSystem,
    },
    options,
  )
  return withStartingInstructions(runtime, isRoot)
}

/**
 * @param {Runtime} runtime
 * @param {boolean} isRootUser
 * @returns {Electron}
 */
export function withStartingInstructions(runtime, isRootUser) {
  const sandbox = isRootUser ? ['--no-sandbox'] : []
  const takesProject = hasDefaultApp(runtime)
  return {
    ...runtime,
    args: (project, preload) =>
      takesProject ? [...sandbox, ...(preload ? ['-r', preload] : []), project] : sandbox,
    env: (project, preload) =>
      takesProject
        ? {}
        : { [PROJECT_VARIABLE]: project, ...(preload ? { [PRELOAD_VARIABLE]: preload } : {}) },
  }
}

/**
 * One line that says which Electron is used.
 * @param {Runtime} runtime
 */
export function describeRuntime({ version, source, directory }) {
  if (source === 'override') return `Electron ${version} (from ELECTRON_OVERRIDE_DIST_PATH, ${directory})`
  if (source === 'package') return `Electron ${version} (official)`
  return `Electron ${version} (stand-in for development and tests: the official download cannot be reached)`
}

/**
 * The app that comes with the official Electron is what takes a path as its argument.
 * @param {Runtime} runtime
 */
function hasDefaultApp({ directory, source }) {
  if (source === 'package') return true
  if (source === 'stand-in') return false
  return process.platform === 'darwin' || existsSync(join(directory, 'resources', 'default_app.asar'))
}
