import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { describe, expect, it } from 'vitest'
import { withStartingInstructions } from '../../../electron/setup/runtime/findElectron.mjs'
import { overriddenElectron, reasonUnreachable } from '../../../electron/setup/runtime/officialElectron.mjs'

const fetchFailure = (cause: Error) => new TypeError('fetch failed', { cause })
const withCode = (code: string) => Object.assign(new Error(code), { code })

describe('when the official host counts as out of reach', () => {
  it.each(['ENOTFOUND', 'EAI_AGAIN', 'ECONNREFUSED', 'ENETUNREACH', 'UND_ERR_CONNECT_TIMEOUT'])(
    '%s does',
    (code) => {
      expect(reasonUnreachable(fetchFailure(withCode(code)), 1000)).toBe(code)
    },
  )

  it('several addresses that all refuse do', () => {
    const cause = new AggregateError([new Error('connect ECONNREFUSED 192.0.2.1:443')])
    expect(reasonUnreachable(fetchFailure(cause), 1000)).toBe('ECONNREFUSED')
  })

  it('silence does', () => {
    expect(reasonUnreachable(new DOMException('aborted', 'AbortError'), 2500)).toBe('no answer within 2.5 s')
  })

  it.each([
    new Error('Generated checksum for "electron.zip" did not match expected checksum.'),
    new Error('Response code 404 (Not Found)'),
    fetchFailure(withCode('SELF_SIGNED_CERT_IN_CHAIN')),
  ])('%s does not', (error) => {
    expect(reasonUnreachable(error, 1000)).toBeUndefined()
  })
})

describe('starting a runtime', () => {
  const at = { directory: '/nowhere', executable: '/nowhere/electron', version: '45.0.0' }

  it('gives the official one the project as an argument', () => {
    const electron = withStartingInstructions({ ...at, source: 'package' }, false)
    expect(electron.args('/project')).toEqual(['/project'])
    expect(electron.env('/project')).toEqual({})
  })

  it('gives the stand-in the project in its environment', () => {
    const electron = withStartingInstructions({ ...at, source: 'stand-in' }, false)
    expect(electron.args('/project')).toEqual([])
    expect(electron.env('/project')).toEqual({ COMMON_GROUND_APP: '/project' })
  })

  it('gives up the sandbox only for root', () => {
    expect(withStartingInstructions({ ...at, source: 'package' }, true).args('/project')).toEqual([
      '--no-sandbox',
      '/project',
    ])
  })

  it('refuses an overriding folder that holds no Electron', async () => {
    const directory = mkdtempSync(join(tmpdir(), 'no-electron-'))
    await expect(overriddenElectron({ ELECTRON_OVERRIDE_DIST_PATH: directory })).rejects.toThrow(directory)
    await expect(overriddenElectron({})).resolves.toBeUndefined()
    rmSync(directory, { recursive: true })
  })
})
