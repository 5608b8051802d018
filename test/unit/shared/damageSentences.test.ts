import { expect, test } from 'vitest'
import type { DamageReport } from '#shared/damageReport'
import { damageSentences } from '#shared/damageSentences'

const nothing: DamageReport['lost'] = {
  changes: 0,
  perhapsNewest: false,
  versions: 0,
  pictures: 0,
  people: 0,
  exports: 0,
  sealed: 0,
  perhapsMore: false,
}
const report = (change: Partial<Omit<DamageReport, 'lost'>>, lost: Partial<DamageReport['lost']> = {}) =>
  damageSentences({
    isWhole: false,
    source: 'file',
    until: 5,
    cards: 312,
    problems: [],
    ...change,
    lost: { ...nothing, ...lost },
  })

test('when everything can be read, that and that nothing is lost is said', () => {
  expect(report({})).toEqual([{ key: 'all', count: 312 }, { key: 'nothingLost' }])
})

test('lost changes come with the time up to which everything is there', () => {
  expect(report({}, { changes: 3 })).toEqual([
    { key: 'until', count: 312, until: 5 },
    { key: 'changes', count: 3 },
  ])
  expect(report({}, { perhapsNewest: true })).toEqual([
    { key: 'until', count: 312, until: 5 },
    { key: 'perhapsNewest' },
  ])
})

test('what is lost beside the document does not make the document look lost', () => {
  expect(report({}, { versions: 1, pictures: 2, perhapsMore: true })).toEqual([
    { key: 'all', count: 312 },
    { key: 'versions', count: 1 },
    { key: 'pictures', count: 2 },
    { key: 'perhapsMore' },
  ])
})

test.each([
  ['version', 'version'],
  ['previous', 'beside'],
  ['leftover', 'beside'],
] as const)('a document from %s says so, and of when it is', (source, key) => {
  expect(report({ source }, { perhapsNewest: true })[0]).toEqual({ key, count: 312, until: 5 })
})

test('pieces are called pieces', () => {
  expect(report({ source: 'pieces' }, { perhapsNewest: true })[0]).toEqual({ key: 'pieces', count: 312 })
})
