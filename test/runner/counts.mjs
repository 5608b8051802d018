/**
 * @typedef {object} Counts
 * @property {number} passed
 * @property {number} failed
 * @property {number} skipped
 * @property {string[]} [failures] what failed and what it said, a text for each
 */

/** @type {Counts} */
export const NOTHING = { passed: 0, failed: 0, skipped: 0 }

/**
 * @param {Counts[]} all
 * @returns {Counts}
 */
export function sum(all) {
  return all.reduce(
    (total, each) => ({
      passed: total.passed + each.passed,
      failed: total.failed + each.failed,
      skipped: total.skipped + each.skipped,
    }),
    NOTHING,
  )
}

/**
 * The closing line, in the form that every reader of test logs knows.
 * @param {Counts} counts
 */
export function closingLine({ passed, failed, skipped }) {
  return `${passed} passed, ${failed} failed${skipped ? `, ${skipped} skipped` : ''}`
}

/**
 * The counts of a step that only succeeds or fails.
 * @param {boolean} hasSucceeded
 * @returns {Counts}
 */
export function countOne(hasSucceeded) {
  return { ...NOTHING, [hasSucceeded ? 'passed' : 'failed']: 1 }
}

/**
 * What vitest's JSON report counted.
 * @param {{ numPassedTests?: number, numFailedTests?: number, numPendingTests?: number, numTodoTests?: number }} report
 * @returns {Counts}
 */
export function countVitest(report) {
  return {
    passed: report.numPassedTests ?? 0,
    failed: report.numFailedTests ?? 0,
    skipped: (report.numPendingTests ?? 0) + (report.numTodoTests ?? 0),
  }
}

/**
 * What Playwright's JSON report counted. A flaky test counts as failed: it failed once, and nothing is retried here.
 * @param {{ stats?: { expected?: number, unexpected?: number, flaky?: number, skipped?: number } }} report
 * @returns {Counts}
 */
export function countPlaywright({ stats = {} }) {
  return {
    passed: stats.expected ?? 0,
    failed: (stats.unexpected ?? 0) + (stats.flaky ?? 0),
    skipped: stats.skipped ?? 0,
  }
}

/**
 * What the report of `npm run faults` counted, each fault as one test.
 * @param {{ passed?: number, failed?: number }} report
 * @returns {Counts}
 */
export function countFaults({ passed = 0, failed = 0 }) {
  return { passed, failed, skipped: 0 }
}

/**
 * The counts of a runner, made to agree with how it ended: one more failure when it failed outside of any test, or when
 * it ran none.
 * @param {Counts} counts
 * @param {number} exitCode
 * @returns {{ counts: Counts, remark?: string }}
 */
export function judge(counts, exitCode) {
  if (counts.passed + counts.failed === 0) {
    return { counts: { ...counts, failed: 1 }, remark: 'It ran no test.' }
  }
  if (exitCode !== 0 && counts.failed === 0) {
    return {
      counts: { ...counts, failed: 1 },
      remark: `It failed outside of any test (exit code ${exitCode}).`,
    }
  }
  return { counts }
}
