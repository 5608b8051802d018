import { spawnSync } from 'node:child_process'
import { closeSync, existsSync, ftruncateSync, openSync, rmSync, writeFileSync, writeSync } from 'node:fs'
import { join } from 'node:path'

/** A disk that can be filled up. */
export interface SmallDisk {
  /** Leaves room for this many pages of 4 kB. */
  leave(pages: number): void
  /** Takes away what filled it. */
  free(): void
}

const PAGE = 4096
const SIZE = '24m'

/** A disk of memory that is mounted on a folder. */
export function realDisk(folder: string): SmallDisk {
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

/**
 * How to run a command with a small disk mounted on `folder`, seen by nobody else and gone with the command;
 * undefined when this machine does not let us.
 */
export function mounting(folder: string): ((command: readonly string[]) => string[]) | undefined {
  const isRoot = process.getuid?.() === 0
  const within = (command: readonly string[]) => [
    'unshare',
    isRoot ? '-m' : '-rm',
    ...['sh', '-c', 'mount -t tmpfs -o "size=$0" tmpfs "$1" && shift && exec "$@"', SIZE, folder],
    ...command,
  ]
  if (process.platform !== 'linux' || !existsSync('/proc/self/ns/mnt')) return undefined
  const [program = '', ...args] = within(['true'])
  return spawnSync(program, args).status === 0 ? within : undefined
}
