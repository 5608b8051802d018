import { SetupProblem } from '../SetupProblem.mjs'

/**
 * A folder with an Electron in it.
 * @typedef {object} Runtime
 * @property {string} directory the folder that holds the executable (on macOS, Electron.app)
 * @property {string} executable
 * @property {string} version without a leading v
 * @property {'override' | 'package' | 'stand-in'} source
 */

/**
 * The places a runtime may come from. A probe that finds nothing answers undefined; one that meets a fault throws.
 * @typedef {object} RuntimeProbes
 * @property {() => Promise<Runtime | undefined>} override ELECTRON_OVERRIDE_DIST_PATH
 * @property {() => Promise<Runtime | undefined>} installed node_modules/electron/dist
 * @property {() => Promise<Runtime | { unreachable: string }>} download the official one; throws when it was reached and is wrong
 * @property {() => Promise<Runtime | undefined>} cachedStandIn
 * @property {() => Promise<Runtime>} fetchStandIn
 * @property {boolean} standInFitsSystem
 */

/**
 * The runtime to use, in the order the design sets. A stand-in is taken only when the official host cannot be reached,
 * and never for a release. With `isOffline` nothing is downloaded.
 * @param {RuntimeProbes} probes
 * @param {{ isRelease?: boolean, isOffline?: boolean }} [options]
 * @returns {Promise<Runtime>}
 */
export async function chooseRuntime(probes, { isRelease = false, isOffline = false } = {}) {
  const present = (await probes.override()) ?? (await probes.installed())
  if (present) return present
  if (isOffline) {
    const cached = isRelease ? undefined : await probes.cachedStandIn()
    if (cached) return cached
    throw new SetupProblem('No Electron runtime is here yet. Run npm start or npm test once: they fetch it.')
  }
  const official = await probes.download()
  if (!('unreachable' in official)) return official
  const remedy =
    'Connect to the internet and try again, or set ELECTRON_OVERRIDE_DIST_PATH to a folder with an unpacked Electron.'
  if (isRelease) {
    throw new SetupProblem(
      `A release package needs the official Electron, and it cannot be reached (${official.unreachable}). ${remedy}`,
    )
  }
  if (!probes.standInFitsSystem) {
    throw new SetupProblem(`Electron cannot be downloaded (${official.unreachable}). ${remedy}`)
  }
  return (await probes.cachedStandIn()) ?? (await probes.fetchStandIn())
}
