import { basename } from 'node:path'
import { type Result, success } from '#shared/failure'
import { type Another, anotherBoard } from '../anotherBoard'
import type { AssetStore } from '../assetStore'
import type { BoardFile } from '../boardFile'
import { removeDamagedCopies } from '../damagedCopies'
import { newEncryption } from '../encryption'
import type { ExportStore } from '../exportStore'
import { type FilePurge, type PurgedFile, purgeFile } from '../purgeFile'
import type { Folded } from '../rewriting'
import { inTurns } from '../steps'
import type { KeptVersion, VersionStore } from '../versionStore'
import type { Merger } from './merger'
import { createSharing } from './sharing'

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
  'removeDamaged',
  'copyTo',
  'purge',
  'setPassphrase',
  'isSealed',
  'checkRest',
  'close',
] as const satisfies readonly (keyof FileCalls)[]

export interface Appended {
  /** A snapshot would make opening quicker or the file smaller. */
  readonly isTailLong: boolean
}

/**
 * The work on one open file. What takes long is given to the merger or done in steps, so that appending waits for
 * none of it.
 */
export function fileCalls(file: BoardFile, merger: Merger) {
  let compacting: Promise<Result<void>> | undefined
  const { together, alone } = createSharing()

  /**
   * The whole document as the file has it up to the update `most`, or up to its snapshot where that is later: packed, and
   * the number of the last update in it.
   */
  const present = async (most = Number.POSITIVE_INFINITY): Promise<Result<Folded>> => {
    const state = file.read()
    if (!state.ok) return state
    const { packed, through: begin } = state.value
    const updates = state.value.updates.slice(0, Math.max(0, most - begin))
    const through = begin + updates.length
    if (updates.length === 0) return success({ packed, through })
    const merged = await merger.merge({ packed, updates })
    return merged.ok ? success({ packed: merged.value, through }) : merged
  }
  const compact = async (): Promise<Result<void>> => {
    const now = await present()
    return now.ok ? file.keepSnapshot(now.value.packed, now.value.through) : now
  }
  const copyTo = async (to: string, another: Another | null): Promise<Result<void>> => {
    const now = await present()
    if (!now.ok) return now
    if (!another) return inTurns(file.copyTo(to, now.value, (generation) => generation))
    const untitled = basename(file.path, '.ground')
    const packed = await merger.retitle({ packed: now.value.packed, updates: [] }, another.title, untitled)
    if (!packed.ok) return packed
    const folded = { ...now.value, packed: packed.value }
    return inTurns(file.copyTo(to, folded, (generation) => anotherBoard(generation, another)))
  }

  return {
    append(batch: Parameters<BoardFile['append']>[0]): Result<Appended> {
      const done = file.append(batch)
      return done.ok ? success({ isTailLong: file.isTailLong() }) : done
    },
    /** Folds the updates into a snapshot. One at a time: who asks meanwhile gets the same. */
    compact(): Promise<Result<void>> {
      compacting ??= together(compact).finally(() => {
        compacting = undefined
      })
      return compacting
    },
    keepMeta: (...args: Parameters<BoardFile['keepMeta']>) => together(() => file.keepMeta(...args)),
    /** Keeps what is in the file now as a version, also when that has to wait while the file is appended to. */
    keepVersion(made: number, about: unknown): Promise<Result<KeptVersion>> {
      const most = file.last()
      return together(async () => {
        const then = await present(most)
        return then.ok ? file.versions.keep(made, about, then.value.packed) : then
      })
    },
    listVersions: file.versions.list,
    readVersion: file.versions.read,
    describeVersion: (...args: Parameters<VersionStore['describe']>) =>
      together(() => file.versions.describe(...args)),
    removeVersions: (...args: Parameters<VersionStore['remove']>) =>
      together(() => file.versions.remove(...args)),
    keepAsset: (...args: Parameters<AssetStore['keep']>) => together(() => file.assets.keep(...args)),
    readAsset: file.assets.read,
    noteExport: (...args: Parameters<ExportStore['note']>) => together(() => file.exports.note(...args)),
    listExports: file.exports.list,
    /** Deletes damaged files that repairs have kept, see `removeDamagedCopies`, and takes them from the list of copies. */
    removeDamaged: (names: readonly string[]): Promise<Result<void>> =>
      together(() => {
        const gone = removeDamagedCopies(file.path, names)
        return gone.ok ? file.exports.forget(names) : gone
      }),
    /** As `another` the copy is a board of its own. */
    copyTo: (to: string, another: Another | null): Promise<Result<void>> => alone(() => copyTo(to, another)),
    /** Takes words out of everything in the file and beside it, see `purgeFile`. */
    purge: (request: FilePurge): Promise<Result<PurgedFile>> => alone(() => purgeFile(file, request, merger)),
    setPassphrase: (passphrase: string | null): Promise<Result<void>> =>
      alone(async () => {
        const key = passphrase === null ? null : await newEncryption(passphrase)
        const now = await present()
        return now.ok ? inTurns(file.seal(now.value, key)) : now
      }),
    isSealed: file.isSealed,
    /** What is wrong with the parts of a large file that its opening left out; null when nothing is. */
    checkRest: async (): Promise<Result<string | null>> => success((await inTurns(file.checkRest())) ?? null),
    close: (): Promise<Result<void>> =>
      alone(async () => {
        await merger.close()
        return file.close()
      }),
  }
}
