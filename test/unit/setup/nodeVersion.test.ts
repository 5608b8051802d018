import { describe, expect, it } from 'vitest'
import { compareVersions, OLDEST_NODE } from '../../../electron/setup/nodeVersion.mjs'

describe('comparing versions', () => {
  it.each([
    ['20.19.0', '20.19.0', 0],
    ['20.9.0', '20.19.0', -1],
    ['v22.1.0', '20.19.0', 1],
    ['14.21.3', '20.19.0', -1],
    ['20.19.0-nightly', '20.19.0', 0],
    ['20.19', '20.19.1', -1],
  ])('%s against %s', (a, b, sign) => {
    expect(Math.sign(compareVersions(a, b))).toBe(sign)
  })

  it('accepts the Node that runs this test', () => {
    expect(compareVersions(process.versions.node, OLDEST_NODE)).toBeGreaterThanOrEqual(0)
  })
})
