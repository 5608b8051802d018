import { type Result, success } from '#shared/failure'
import type { BoardFile } from '../boardFile'
import { type FilePurge, type PurgedFile, purgeFile } from '../purgeFile'
import type { KeptVersion } from '../versionStore'
import type { Merger } from './merger'

/** What a file thread does for the hub. */
export type FileCalls = ReturnType<typeof fileCalls>

/** The names of `FileCalls`. */
export const FILE_CALLS = [
  'append',
  'compact',
  'keepMeta',
  'keepVersion',
  'listVersions',
  'readVersion',
  'describeVersion',
  'removeVersions',
  'keepAsset',
  'readAsset',
  'noteExport',
  'listExports',
  'copyTo',
  'purge',
  'setPassphrase',
  'isSealed',
  'close',
] as const satisfies readonly (keyof FileCalls)[]

export interface Appended {
  /** A snapshot would make opening quicker or the file smaller. */
  readonly isTailLong: boolean
}

/** The work on one open file; what takes long is given to the merger, so that appending need not wait for it. */
export function fileCalls(file: BoardFile, merger: Merger) {
  let compacting: Promise<Result<void>> | undefined
  /** Work that has read the document and will write what it read. */
  const running = new Set<Promise<unknown>>()
  const underWay = <T>(work: () => Promise<T>): Promise<T> => {
    const done = work().finally(() => running.delete(done))
    running.add(done)
    return done
  }
  const lull = async () => {
    while (running.size > 0) await Promise.allSettled(running)
  }

  /** The whole document as it is in the file, packed, and the number of its last update. */
  const present = async (): Promise<Result<{ packed: Uint8Array; through: number }>> => {
    const state = file.read()
    if (!state.ok) return state
    const { packed, updates, last } = state.value
    if (updates.length === 0) return success({ packed, through: last })
    const merged = await merger.merge(state.value)
    return merged.ok ? success({ packed: merged.value, through: last }) : merged
  }
  const compact = async (): Promise<Result<void>> => {
    const now = await present()
    return now.ok ? file.keepSnapshot(now.value.packed, now.value.through) : now
  }

  return {
    append(batch: Parameters<BoardFile['append']>[0]): Result<Appended> {
      const done = file.append(batch)
      return done.ok ? success({ isTailLong: file.isTailLong() }) : done
    },
    /** Folds the updates into a snapshot. One at a time: who asks meanwhile gets the same. */
    compact(): Promise<Result<void>> {
      compacting ??= underWay(compact).finally(() => {
        compacting = undefined
      })
      return compacting
    },
    keepMeta: file.keepMeta,
    /** Keeps what is in the file now as a version. */
    keepVersion: (made: number, about: unknown): Promise<Result<KeptVersion>> =>
      underWay(async () => {
        const now = await present()
        return now.ok ? file.versions.keep(made, about, now.value.packed) : now
      }),
    listVersions: file.versions.list,
    readVersion: file.versions.read,
    describeVersion: file.versions.describe,
    removeVersions: file.versions.remove,
    keepAsset: file.assets.keep,
    readAsset: file.assets.read,
    noteExport: file.exports.note,
    listExports: file.exports.list,
    async copyTo(...args: Parameters<BoardFile['copyTo']>): Promise<Result<void>> {
      await lull()
      return file.copyTo(...args)
    },
    /** Takes words out of everything in the file and beside it, see `purgeFile`. */
    async purge(request: FilePurge): Promise<Result<PurgedFile>> {
      await lull()
      return purgeFile(file, request)
    },
    async setPassphrase(passphrase: string | null): Promise<Result<void>> {
      await lull()
      return file.setPassphrase(passphrase)
    },
    isSealed: file.isSealed,
    async close(): Promise<Result<void>> {
      await lull()
      await merger.close()
      return file.close()
    },
  }
}
