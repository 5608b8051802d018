import { describe, expect, it } from 'vitest'
import { callerPaths } from '../../../electron/setup/callerPaths.mjs'
import { installedMatchesLock, networkFailureIn } from '../../../electron/setup/packages.mjs'
import { hasDisplay } from '../../../electron/setup/project.mjs'

describe('npm packages', () => {
  const lock = {
    packages: {
      '': { version: '0.1.0' },
      'node_modules/yjs': { version: '13.6.33' },
      'node_modules/fsevents': { version: '2.3.3', optional: true },
    },
  }

  it('are complete without the optional ones for other systems', () => {
    expect(installedMatchesLock(lock, { packages: { 'node_modules/yjs': { version: '13.6.33' } } })).toBe(
      true,
    )
  })

  it.each([
    ['a package is missing', {}],
    ['a package is older', { 'node_modules/yjs': { version: '13.6.0' } }],
    [
      'one too many is there',
      { 'node_modules/yjs': { version: '13.6.33' }, 'node_modules/left': { version: '1.0.0' } },
    ],
  ])('are not complete when %s', (_, packages) => {
    expect(installedMatchesLock(lock, { packages })).toBe(false)
  })

  it('name the network when it is to blame', () => {
    expect(networkFailureIn('npm error code ENOTFOUND\nnpm error network')).toBe('ENOTFOUND')
    expect(networkFailureIn('npm error code EINTEGRITY')).toBeUndefined()
  })
})

describe('where the person stands', () => {
  it('files are found from the folder npm was called in', () => {
    expect(callerPaths(['wall.ground', '--sample'], { INIT_CWD: '/home/ada' })).toEqual([
      '/home/ada/wall.ground',
      '--sample',
    ])
  })

  it('a Linux without a display has no window', () => {
    expect(hasDisplay({}, 'linux')).toBe(false)
    expect(hasDisplay({ WAYLAND_DISPLAY: 'wayland-0' }, 'linux')).toBe(true)
    expect(hasDisplay({}, 'darwin')).toBe(true)
  })
})
