// This file and the entry points that import it are read by whatever Node the person happens to have, so the
// syntax here stays plain enough for very old ones. Everything newer is imported only after the check.

/** The oldest Node that runs the tools and the headless host. */
export const OLDEST_NODE = '20.19.0'

/**
 * Negative when version `a` is older than `b`, positive when newer, zero when equal. Only the three numbers count.
 * @param {string} a
 * @param {string} b
 * @returns {number}
 */
export function compareVersions(a, b) {
  const left = numbersOf(a)
  const right = numbersOf(b)
  for (let i = 0; i < 3; i += 1) {
    const difference = (left[i] || 0) - (right[i] || 0)
    if (difference !== 0) return difference
  }
  return 0
}

/**
 * @param {string} version
 * @returns {number[]}
 */
function numbersOf(version) {
  return version
    .replace(/^v/, '')
    .split(/[.+-]/)
    .slice(0, 3)
    .map((part) => Number.parseInt(part, 10) || 0)
}

/**
 * Runs `work` when this Node is new enough. Otherwise, and when `work` fails, says so in a sentence and leaves a
 * non-zero exit code. A failure that is no SetupProblem keeps its stack, since it is a fault of ours.
 * @param {() => Promise<unknown>} work
 * @returns {void}
 */
export function runOnSupportedNode(work) {
  if (compareVersions(process.versions.node, OLDEST_NODE) < 0) {
    console.error(
      `Common Ground needs Node ${OLDEST_NODE} or newer; this is Node ${process.versions.node}. Install a newer one from your system or from nodejs.org, then try again.`,
    )
    process.exitCode = 1
    return
  }
  work().catch((error) => {
    process.exitCode = 1
    console.error(error && error.name === 'SetupProblem' ? error.message : error)
  })
}
