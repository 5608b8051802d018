/** Lines of what a failed test said that are read at the end of a log; the rest stands where it happened. */
const LINES = 24

/** Colours and other marks for terminals, which the runners put into their messages. */
const MARKS = new RegExp(`${String.fromCharCode(27)}\\[[0-9;]*m`, 'g')

/**
 * @param {string} title
 * @param {string} [said]
 */
const failure = (title, said = '') => [title, ...quoted(said)].join('\n').trimEnd()

/**
 * How a text begins, line by line, set off from what stands above it.
 * @param {string} said
 */
function quoted(said) {
  const lines = said.replace(MARKS, '').trim().split('\n')
  return lines.slice(0, LINES).map((line) => `  ${line}`)
}

/**
 * The failures in vitest's JSON report: the title of each, and how its message begins.
 * @param {{ testResults?: { name?: string, status?: string, message?: string,
 *   assertionResults?: { status: string, fullName: string, failureMessages?: string[] }[] }[] }} report
 * @returns {string[]}
 */
export function failuresOfVitest({ testResults = [] }) {
  return testResults.flatMap(({ name = '', status, message, assertionResults = [] }) => {
    const failed = assertionResults.filter((test) => test.status === 'failed')
    // A file that could not be read has no tests.
    if (failed.length === 0) return status === 'failed' ? [failure(name, message)] : []
    return failed.map((test) => failure(`${name} › ${test.fullName}`, test.failureMessages?.[0]))
  })
}

/**
 * @typedef {object} PlaywrightSuite
 * @property {PlaywrightSuite[]} [suites]
 * @property {PlaywrightSpec[]} [specs]
 */

/**
 * @typedef {object} PlaywrightSpec
 * @property {string} title
 * @property {string} file
 * @property {number} line
 * @property {{ status: string, results: PlaywrightResult[] }[]} tests
 */

/**
 * @typedef {object} PlaywrightResult
 * @property {{ message?: string }[]} [errors]
 * @property {{ name: string, body?: string }[]} [attachments]
 */

/**
 * The failures in Playwright's JSON report, as for vitest, and what the windows showed then.
 * @param {{ suites?: PlaywrightSuite[], errors?: { message?: string }[] }} report
 * @returns {string[]}
 */
export function failuresOfPlaywright({ suites = [], errors = [] }) {
  return [
    ...specsOf(suites).flatMap(({ title, file, line, tests }) =>
      tests
        .filter(({ status }) => status === 'unexpected' || status === 'flaky')
        .map(({ results }) => {
          const said = results.flatMap((result) => (result.errors ?? []).map(({ message }) => message))
          return [failure(`${file}:${line} › ${title}`, said.join('\n')), ...results.flatMap(seenIn)].join(
            '\n',
          )
        }),
    ),
    ...errors.map(({ message }) => failure('Outside of any test', message)),
  ]
}

/**
 * See `test/support/test.ts`.
 * @param {PlaywrightResult} result
 */
const seenIn = ({ attachments = [] }) =>
  attachments
    .filter(({ name }) => name === 'seen')
    .flatMap(({ body = '' }) => quoted(Buffer.from(body, 'base64').toString()))

/**
 * @param {PlaywrightSuite[]} suites
 * @returns {PlaywrightSpec[]}
 */
const specsOf = (suites) => suites.flatMap(({ suites = [], specs = [] }) => [...specs, ...specsOf(suites)])

/**
 * The failures in the report of `npm run faults`, with the seed that makes each again.
 * @param {{ outcomes?: { fault: string, seed: number, passed: boolean, problems: string[] }[] }} report
 * @returns {string[]}
 */
export const failuresOfFaults = ({ outcomes = [] }) =>
  outcomes
    .filter(({ passed }) => !passed)
    .map(({ fault, seed, problems }) => failure(`${fault}, seed ${seed}`, problems.join('\n')))
