import { join } from 'node:path'
import { expect, test } from 'vitest'
import { ownFolder } from '../../../electron/ownFolder'

test.each([
  ['darwin', {}, join('/home/ruth', 'Library', 'Application Support')],
  ['win32', { APPDATA: '/roaming' }, '/roaming'],
  ['linux', { XDG_CONFIG_HOME: '/settings' }, '/settings'],
  ['linux', {}, join('/home/ruth', '.config')],
] as const)('on %s it is where the desktop app has it', (system, environment, folder) => {
  expect(ownFolder(system, environment, '/home/ruth')).toBe(join(folder, 'Common Ground'))
})
