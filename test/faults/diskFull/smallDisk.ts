import { closeSync, ftruncateSync, openSync, rmSync, writeFileSync, writeSync } from 'node:fs'
import { join } from 'node:path'
import { mount } from '../runApart'

/** A disk that can be filled up. */
export interface SmallDisk {
  /** Leaves room for this many pages of 4 kB. */
  leave(pages: number): void
  /** Takes away what filled it. */
  free(): void
}

const PAGE = 4096
const SIZE = '24m'

/** A disk of memory, mounted on a folder. */
export function realDisk(folder: string): SmallDisk {
  mount('-t', 'tmpfs', '-o', `size=${SIZE}`, 'tmpfs', folder)
  const filler = join(folder, '.filler')
  const free = () => rmSync(filler, { force: true })
  return {
    free,
    leave(pages) {
      free()
      const file = openSync(filler, 'w')
      let size = 0
      try {
        for (;;) size += writeSync(file, Buffer.alloc(PAGE, 1))
      } catch {
        // Full to the last page; now as many are given back.
        ftruncateSync(file, Math.max(0, size - pages * PAGE))
      } finally {
        closeSync(file)
      }
    },
  }
}

/** Stands in where nothing may be mounted: `fullDisk.preload.ts` refuses writes by what stands in this file. */
export function pretendedDisk(control: string): SmallDisk {
  const free = () => rmSync(control, { force: true })
  return { free, leave: (pages) => writeFileSync(control, String(pages)) }
}
