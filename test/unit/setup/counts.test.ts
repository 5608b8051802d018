import { describe, expect, it } from 'vitest'
import {
  closingLine,
  countFaults,
  countOne,
  countPlaywright,
  countVitest,
  judge,
  sum,
} from '../../runner/counts.mjs'
import { chosenSteps } from '../../runner/runTests.mjs'

describe('adding up the runners', () => {
  it('sums every kind of step into one line', () => {
    const total = sum([
      countOne(true),
      countOne(false),
      countVitest({ numPassedTests: 10, numFailedTests: 1, numPendingTests: 2, numTodoTests: 1 }),
      countPlaywright({ stats: { expected: 4, unexpected: 1, flaky: 1, skipped: 0 } }),
      countFaults({ passed: 4, failed: 1 }),
    ])
    expect(closingLine(total)).toBe('19 passed, 5 failed, 3 skipped')
  })

  it('leaves skipped out when there is none', () => {
    expect(closingLine(countOne(true))).toBe('1 passed, 0 failed')
  })

  it('counts a runner that ran no test as a failure', () => {
    expect(judge(countVitest({}), 0).counts.failed).toBe(1)
    expect(judge(countPlaywright({ stats: { skipped: 3 } }), 0).counts.failed).toBe(1)
  })

  it('counts a failure outside of any test', () => {
    expect(judge({ passed: 3, failed: 0, skipped: 0 }, 1).counts).toEqual({
      passed: 3,
      failed: 1,
      skipped: 0,
    })
  })

  it('does not count a failed test twice', () => {
    expect(judge({ passed: 3, failed: 1, skipped: 0 }, 1).counts.failed).toBe(1)
  })
})

describe('choosing steps', () => {
  it('takes all of them by default', () => {
    expect(chosenSteps([])).toEqual(['setup', 'lint', 'types', 'build', 'unit', 'faults', 'end-to-end'])
  })

  it('adds what the chosen one needs', () => {
    expect(chosenSteps(['--only', 'unit'])).toEqual(['setup', 'unit'])
    expect(chosenSteps(['--only', 'end-to-end'])).toEqual(['setup', 'build', 'end-to-end'])
  })

  it('names the steps when it knows none of that name', () => {
    expect(() => chosenSteps(['--only', 'everything'])).toThrow('The names are setup, lint')
  })
})
