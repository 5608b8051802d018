import { createHash } from 'node:crypto'
import { existsSync, readFileSync, writeFileSync } from 'node:fs'
import { dirname, join } from 'node:path'
import { showProgress } from './progress.mjs'
import { runCommand, runNode } from './runCommand.mjs'
import { SetupProblem } from './SetupProblem.mjs'

const NETWORK_FAILURE =
  /\b(ENOTFOUND|EAI_AGAIN|ECONNREFUSED|ETIMEDOUT|ENETUNREACH|EHOSTUNREACH|ERR_SOCKET_TIMEOUT|ENOTCACHED)\b/

/**
 * The code of a network failure that a message names, or undefined when it names none.
 * @param {string} message
 */
export function networkFailureIn(message) {
  return NETWORK_FAILURE.exec(message)?.[1]
}

/**
 * @typedef {{ packages: Record<string, { version?: string, optional?: boolean, link?: boolean }> }} PackageLock
 */

/**
 * True when what npm noted as installed is what the lock asks for. Optional packages may be absent: most are for other
 * systems.
 * @param {PackageLock} wanted package-lock.json
 * @param {PackageLock} installed node_modules/.package-lock.json
 */
export function installedMatchesLock(wanted, installed) {
  const isWanted = Object.keys(installed.packages).every((path) => path in wanted.packages)
  return (
    isWanted &&
    Object.entries(wanted.packages).every(([path, { version, optional }]) => {
      const found = installed.packages[path]
      return path === '' || (found ? found.version === version : Boolean(optional))
    })
  )
}

/**
 * Afterwards node_modules holds exactly what package-lock.json asks for. Does nothing, within milliseconds, when it
 * already does.
 * @param {string} directory the project
 */
export async function ensurePackages(directory) {
  const stamp = join(directory, 'node_modules', '.common-ground-lock')
  const wanted = createHash('sha256')
    .update(readFileSync(join(directory, 'package-lock.json')))
    .digest('hex')
  // File times lie after a clone, a checkout or a copied folder; the content of the lock does not.
  if (existsSync(stamp) && readFileSync(stamp, 'utf8') === wanted) return
  // Somebody ran npm by hand: no need to throw away and fetch the same again.
  if (isInstalled(directory)) {
    writeFileSync(stamp, wanted)
    return
  }
  const finish = showProgress('Installing npm packages')
  const result = await runNpm(
    ['ci', '--no-audit', '--no-fund', '--no-progress', '--loglevel=error', '--fetch-retry-mintimeout=2000'],
    { cwd: directory },
  )
  if (result.code !== 0) {
    finish('failed')
    throw new SetupProblem(npmFailure(result.errors))
  }
  writeFileSync(stamp, wanted)
  finish()
}

/**
 * @param {string} directory
 */
function isInstalled(directory) {
  const noted = join(directory, 'node_modules', '.package-lock.json')
  if (!existsSync(noted)) return false
  const installed = readJson(noted)
  return (
    installedMatchesLock(readJson(join(directory, 'package-lock.json')), installed) &&
    // The note may have come with a copied folder, or an interrupted run may have removed what it lists.
    Object.keys(installed.packages).every((path) => existsSync(join(directory, path)))
  )
}

/**
 * @param {string} path
 * @returns {PackageLock}
 */
function readJson(path) {
  return JSON.parse(readFileSync(path, 'utf8'))
}

/**
 * @param {string} errors
 */
function npmFailure(errors) {
  const code = networkFailureIn(errors)
  if (code) {
    return `The npm registry cannot be reached (${code}), and the packages that Common Ground is built from are not installed yet. Connect to the internet once and run this again; afterwards no network is needed.`
  }
  return `npm could not install the packages:\n${errors.trim().split('\n').slice(0, 20).join('\n')}`
}

/**
 * Runs npm with the Node that runs this, wherever npm was installed.
 * @param {string[]} args
 * @param {{ cwd?: string, env?: NodeJS.ProcessEnv }} [options]
 */
export function runNpm(args, options) {
  // `npm start` names its own script here; a plain `node electron/setup/start.mjs` does not.
  const script = process.env.npm_execpath
  if (script && /npm-cli\.[cm]?js$/.test(script)) return runNode(script, args, options)
  const besideNode = join(dirname(process.execPath), 'node_modules', 'npm', 'bin', 'npm-cli.js')
  if (existsSync(besideNode)) return runNode(besideNode, args, options)
  return runCommand('npm', args, options)
}
