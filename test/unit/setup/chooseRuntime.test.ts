import { describe, expect, it, vi } from 'vitest'
import {
  chooseRuntime,
  type Runtime,
  type RuntimeProbes,
} from '../../../electron/setup/runtime/chooseRuntime.mjs'
import { SetupProblem } from '../../../electron/setup/SetupProblem.mjs'

const runtime = (source: Runtime['source']): Runtime => ({
  directory: `/${source}`,
  executable: `/${source}/electron`,
  version: '45.0.0',
  source,
})

function probes(overrides: Partial<RuntimeProbes> = {}): RuntimeProbes {
  return {
    override: vi.fn(async () => undefined),
    installed: vi.fn(async () => undefined),
    download: vi.fn(async () => ({ unreachable: 'ENOTFOUND' })),
    cachedStandIn: vi.fn(async () => undefined),
    fetchStandIn: vi.fn(async () => runtime('stand-in')),
    standInFitsSystem: true,
    ...overrides,
  }
}

describe('the order in which an Electron is looked for', () => {
  it('takes the overriding folder before all others', async () => {
    const given = probes({
      override: async () => runtime('override'),
      installed: async () => runtime('package'),
    })
    expect((await chooseRuntime(given)).source).toBe('override')
    expect(given.download).not.toHaveBeenCalled()
  })

  it('takes the installed one without asking the network', async () => {
    const given = probes({ installed: async () => runtime('package') })
    expect((await chooseRuntime(given)).source).toBe('package')
    expect(given.download).not.toHaveBeenCalled()
  })

  it('prefers the official download to a stand-in that is already here', async () => {
    const given = probes({
      download: async () => runtime('package'),
      cachedStandIn: async () => runtime('stand-in'),
    })
    expect((await chooseRuntime(given)).source).toBe('package')
  })

  it('takes the stand-in when the host cannot be reached, fetching it only once', async () => {
    const first = probes()
    expect((await chooseRuntime(first)).source).toBe('stand-in')
    expect(first.fetchStandIn).toHaveBeenCalledOnce()
    const second = probes({ cachedStandIn: async () => runtime('stand-in') })
    expect((await chooseRuntime(second)).source).toBe('stand-in')
    expect(second.fetchStandIn).not.toHaveBeenCalled()
  })

  it('never hides a failed checksum behind the stand-in', async () => {
    const given = probes({
      download: async () => {
        throw new SetupProblem('Generated checksum did not match')
      },
    })
    await expect(chooseRuntime(given)).rejects.toThrow('checksum')
    expect(given.fetchStandIn).not.toHaveBeenCalled()
  })

  it('never takes the stand-in for a release, not even one already here', async () => {
    const given = probes({ cachedStandIn: async () => runtime('stand-in') })
    await expect(chooseRuntime(given, { isRelease: true })).rejects.toThrow('official Electron')
    await expect(chooseRuntime(given, { isRelease: true, isOffline: true })).rejects.toThrow(SetupProblem)
  })

  it('says what to do where no stand-in runs', async () => {
    await expect(chooseRuntime(probes({ standInFitsSystem: false }))).rejects.toThrow(
      'ELECTRON_OVERRIDE_DIST_PATH',
    )
  })

  it('downloads nothing when told to stay offline', async () => {
    const given = probes()
    await expect(chooseRuntime(given, { isOffline: true })).rejects.toThrow('Run npm start or npm test once')
    expect(given.download).not.toHaveBeenCalled()
    expect(given.fetchStandIn).not.toHaveBeenCalled()
  })
})
