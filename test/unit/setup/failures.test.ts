import { expect, it } from 'vitest'
import { failuresOfFaults, failuresOfPlaywright, failuresOfVitest } from '../../runner/failures.mjs'

it('names each failed test with what it said first', () => {
  const told = failuresOfVitest({
    testResults: [
      {
        name: '/a.test.ts',
        status: 'failed',
        assertionResults: [
          { status: 'passed', fullName: 'adds' },
          {
            status: 'failed',
            fullName: 'takes away',
            failureMessages: ['\u001b[31mexpected 1\u001b[39m\nto be 2'],
          },
        ],
      },
      { name: '/b.test.ts', status: 'failed', message: 'Cannot be read', assertionResults: [] },
      { name: '/c.test.ts', status: 'passed', assertionResults: [] },
    ],
  })
  expect(told).toEqual(['/a.test.ts › takes away\n  expected 1\n  to be 2', '/b.test.ts\n  Cannot be read'])
})

it('finds failed tests in groups within groups, and what failed outside of any', () => {
  const spec = (title: string, status: string, message?: string) => ({
    title,
    file: 'wall.spec.ts',
    line: 7,
    tests: [{ status, results: [{ errors: message === undefined ? [] : [{ message }] }] }],
  })
  const told = failuresOfPlaywright({
    suites: [
      { suites: [{ specs: [spec('drags', 'unexpected', 'not visible'), spec('pans', 'expected')] }] },
      { specs: [spec('zooms', 'flaky', 'late')] },
    ],
    errors: [{ message: 'no browser' }],
  })
  expect(told).toEqual([
    'wall.spec.ts:7 › drags\n  not visible',
    'wall.spec.ts:7 › zooms\n  late',
    'Outside of any test\n  no browser',
  ])
})

it('says what the windows showed when a test failed', () => {
  const attachments = [
    { name: 'trace', body: 'AAAA' },
    { name: 'seen', body: Buffer.from('http://here showed:\nNobody is here').toString('base64') },
  ]
  const tests = [{ status: 'unexpected', results: [{ errors: [{ message: 'not visible' }], attachments }] }]
  const told = failuresOfPlaywright({
    suites: [{ specs: [{ title: 'joins', file: 'a.ts', line: 1, tests }] }],
  })
  expect(told).toEqual(['a.ts:1 › joins\n  not visible\n  http://here showed:\n  Nobody is here'])
})

it('leaves out the end of a long message', () => {
  const problems = Array.from({ length: 100 }, (_, at) => `problem ${at}`)
  const [told = ''] = failuresOfFaults({ outcomes: [{ fault: 'damage', seed: 3, passed: false, problems }] })
  expect(told.split('\n').slice(0, 2)).toEqual(['damage, seed 3', '  problem 0'])
  expect(told.split('\n').length).toBeLessThan(50)
})
