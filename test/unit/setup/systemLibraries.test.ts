import { describe, expect, it } from 'vitest'
import {
  installableNames,
  missingRequirements,
  missingSharedLibraries,
  WINDOW_LIBRARIES,
} from '../../../electron/setup/systemLibraries.mjs'

const listed = (...names: string[]) => names.map((name) => `${name}\tinstall ok installed\n`).join('')

describe('finding missing system packages', () => {
  it('finds nothing missing on a complete Debian 12', () => {
    const output = listed('libgtk-3-0', 'libnss3', 'libasound2', 'libgbm1', 'fonts-noto-core')
    expect(missingRequirements(WINDOW_LIBRARIES, output)).toEqual([])
  })

  it('accepts the new names of Debian 13', () => {
    const output = listed('libgtk-3-0t64', 'libnss3', 'libasound2t64', 'libgbm1', 'fonts-noto-core')
    expect(missingRequirements(WINDOW_LIBRARIES, output)).toEqual([])
  })

  it('counts a removed package as missing', () => {
    const output = `libnss3\tdeinstall ok config-files\nlibgbm1\tinstall ok half-installed\n`
    expect(missingRequirements([{ names: ['libnss3'] }, { names: ['libgbm1'] }], output)).toHaveLength(2)
  })

  it('asks apt for the name that this system knows', () => {
    const requirements = [
      { names: ['libasound2t64', 'libasound2'] },
      { names: ['libgtk-3-0t64', 'libgtk-3-0'] },
    ]
    const debian12 =
      'libasound2:\n  Installed: (none)\n  Candidate: 1.2.8-1+b1\nlibgtk-3-0:\n  Candidate: 3.24\n'
    expect(installableNames(requirements, debian12)).toEqual(['libasound2', 'libgtk-3-0'])
    const ubuntu24 =
      'libasound2t64:\n  Candidate: 1.2.11\nlibasound2:\n  Candidate: (none)\nlibgtk-3-0t64:\n  Candidate: 3.24\n'
    expect(installableNames(requirements, ubuntu24)).toEqual(['libasound2t64', 'libgtk-3-0t64'])
  })

  it('reads from ldd what a binary lacks, each once', () => {
    const output =
      '\tlinux-vdso.so.1 (0x0)\n\tlibnss3.so => not found\n\tlibc.so.6 => /lib/libc.so.6 (0x0)\n\tlibnss3.so => not found\n\tlibgtk-3.so.0 => not found\n'
    expect(missingSharedLibraries(output)).toEqual(['libnss3.so', 'libgtk-3.so.0'])
    expect(missingSharedLibraries('\tstatically linked\n')).toEqual([])
  })
})
