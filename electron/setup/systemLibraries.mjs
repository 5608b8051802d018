import { existsSync, readFileSync } from 'node:fs'
import { showProgress } from './progress.mjs'
import { isRoot } from './project.mjs'
import { runCommand } from './runCommand.mjs'
import { SetupProblem } from './SetupProblem.mjs'

/**
 * One thing the system must provide. The names are the packages that do, preferred first: Debian 13 and Ubuntu 24.04
 * renamed some when they moved to 64-bit times.
 * @typedef {object} Requirement
 * @property {string[]} names
 * @property {boolean} [isOptional] the app opens without it, only not as well
 */

/** What a window needs. @type {Requirement[]} */
export const WINDOW_LIBRARIES = [
  { names: ['libgtk-3-0t64', 'libgtk-3-0'] },
  { names: ['libnss3'] },
  { names: ['libasound2t64', 'libasound2'] },
  { names: ['libgbm1'] },
  { names: ['fonts-noto-core'], isOptional: true },
]

/** What a window needs where there is no screen. @type {Requirement[]} */
export const VIRTUAL_DISPLAY = [{ names: ['xvfb'] }, { names: ['xauth'] }]

/** What the tests use besides. @type {Requirement[]} */
export const TEST_TOOLS = [{ names: ['chromium'] }, { names: ['poppler-utils'] }, { names: ['iproute2'] }]

/**
 * The requirements that no installed package meets.
 * @param {Requirement[]} requirements
 * @param {string} dpkgOutput lines of "name<tab>status", as dpkg-query prints them
 * @returns {Requirement[]}
 */
export function missingRequirements(requirements, dpkgOutput) {
  const installed = new Set(
    dpkgOutput
      .split('\n')
      .map((line) => line.split('\t'))
      .filter(([, status]) => status?.trim().endsWith(' installed'))
      .map(([name]) => name),
  )
  return requirements.filter(({ names }) => !names.some((name) => installed.has(name)))
}

/**
 * For each requirement the first of its names that apt can install, or its last name when apt knows none.
 * @param {Requirement[]} requirements
 * @param {string} aptCacheOutput what `apt-cache policy NAME…` printed
 * @returns {string[]}
 */
export function installableNames(requirements, aptCacheOutput) {
  /** @type {Set<string>} */
  const known = new Set()
  let current = ''
  for (const line of aptCacheOutput.split('\n')) {
    const heading = /^(\S+?)(?::\S+)?:$/.exec(line)
    if (heading?.[1]) current = heading[1]
    // A purely virtual package is listed too, with no candidate.
    const candidate = /^\s+Candidate:\s+(\S+)/.exec(line)?.[1]
    if (candidate && candidate !== '(none)') known.add(current)
  }
  return requirements.map(({ names }) => names.find((name) => known.has(name)) ?? names.at(-1) ?? '')
}

/**
 * The shared libraries that a binary needs and the system lacks.
 * @param {string} lddOutput
 * @returns {string[]}
 */
export function missingSharedLibraries(lddOutput) {
  const names = [...lddOutput.matchAll(/^\s*(\S+) => not found/gm)].map((match) => match[1] ?? '')
  return [...new Set(names)]
}

/**
 * Afterwards the system provides what is asked for: installed through apt where that needs no password, otherwise
 * explained in a SetupProblem with the exact command. Does nothing on systems other than Debian and its children.
 * @param {Requirement[]} requirements
 * @param {string} purpose completes "… is needed for"
 */
export async function ensureSystemPackages(requirements, purpose) {
  if (process.platform !== 'linux' || !existsSync('/usr/bin/dpkg-query')) return
  const names = requirements.flatMap((requirement) => requirement.names)
  // dpkg-query ends with 1 when one of the names is unknown, and still lists the others.
  // biome-ignore lint/suspicious/noTemplateCurlyInString: the placeholders are dpkg-query's.
  const query = await runCommand('dpkg-query', ['-W', '-f', '${Package}\\t${Status}\\n', ...names])
  const missing = missingRequirements(requirements, query.output)
  if (missing.length === 0) return
  if (!isRoot) return explain(missing, purpose)
  const finish = showProgress(`Installing system packages for ${purpose}`)
  const update = await runCommand('apt-get', ['update', '-q'])
  const policy = await runCommand('apt-cache', ['policy', ...missing.flatMap((each) => each.names)])
  const wanted = installableNames(missing, policy.output)
  const install = await runCommand(
    'apt-get',
    ['install', '-q', '-y', '--no-install-recommends', '-o', 'DPkg::Lock::Timeout=120', ...wanted],
    { env: { ...process.env, DEBIAN_FRONTEND: 'noninteractive' } },
  )
  if (install.code === 0) return finish(wanted.join(' '))
  finish('failed')
  const cause = (install.errors.trim() || update.errors.trim()).split('\n').slice(-5).join('\n')
  throw new SetupProblem(`apt-get could not install ${wanted.join(' ')}:\n${cause}`)
}

/**
 * @param {Requirement[]} missing
 * @param {string} purpose
 */
async function explain(missing, purpose) {
  const policy = await runCommand('apt-cache', ['policy', ...missing.flatMap((each) => each.names)])
  const command = `sudo apt-get install ${installableNames(missing, policy.output).join(' ')}`
  if (missing.every((each) => each.isOptional)) {
    console.log(`For text in every script, also run: ${command}`)
    return
  }
  throw new SetupProblem(
    `Some system packages are missing for ${purpose}. Run this once, then try again:\n\n  ${command}\n`,
  )
}

/**
 * Fails with a sentence that names the libraries which a Linux binary lacks. Does nothing elsewhere.
 * @param {string} executable
 */
export async function requireSharedLibraries(executable) {
  if (process.platform !== 'linux') return
  const { output } = await runCommand('ldd', [executable])
  const missing = missingSharedLibraries(output)
  if (missing.length === 0) return
  throw new SetupProblem(
    `${systemName()} lacks libraries that a window needs: ${missing.join(', ')}. Install GTK 3, NSS, ALSA and Mesa's GBM with its package manager, then try again.`,
  )
}

function systemName() {
  if (!existsSync('/etc/os-release')) return 'This system'
  return /^PRETTY_NAME="?([^"\n]+)/m.exec(readFileSync('/etc/os-release', 'utf8'))?.[1] ?? 'This system'
}
