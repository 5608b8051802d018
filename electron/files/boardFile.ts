import { existsSync, realpathSync, statSync } from 'node:fs'
import { failed, type Result, success } from '#shared/failure'
import { newId } from '#shared/id'
import { type AssetStore, assetStore } from './assetStore'
import { checkRest } from './checkRest'
import { plainCodec } from './codec'
import { mergeState } from './document'
import type { Encryption } from './encryption'
import { type ExportStore, exportStore } from './exportStore'
import { failureOf } from './failureOf'
import { withDatabase } from './generation'
import { inspect } from './inspect'
import { rollBack } from './journal'
import type { BoardDatabase } from './layout'
import { type Lock, takeLock } from './lock'
import { migrate } from './migrate'
import { openCodec } from './openCodec'
import { holdDatabase, type OpenDatabase } from './openDatabase'
import { type Contents, findDamage, readContents } from './readContents'
import { copyFile, type Folded, type Rewriting, rewriteFile } from './rewriting'
import { type MetaKey, readMeta, writeDevice, writeMeta, writeSnapshot, writeUpdates } from './rows'
import { removeSealed, type SealedChange, writeSealed } from './sealedRows'
import { atOnce, type Steps } from './steps'
import { type VersionStore, versionStore } from './versionStore'
import { type Generation, writeGeneration } from './writeGeneration'

export interface Batch {
  /** Yjs updates (version 1), in the order in which they came. */
  readonly updates: readonly Uint8Array[]
  /** Hash of a token → the person who comes back with it. */
  readonly devices?: ReadonlyMap<string, string>
  /** What rounds keep sealed. */
  readonly sealed?: readonly SealedChange[]
}

/**
 * One open board file. Every method returns once the disk has it; a failure leaves the file as it was
 * before the call, and the call may be repeated.
 */
export interface BoardFile {
  readonly path: string
  /** The board's id, the same in every copy of the file. */
  readonly id: string
  readonly versions: VersionStore
  readonly assets: AssetStore
  readonly exports: ExportStore
  append(batch: Batch): Result<void>
  /** What the file holds now. */
  read(): Result<Contents>
  /** The number of the newest update. */
  last(): number
  /** True when a snapshot would make opening quicker or the file smaller. */
  isTailLong(): boolean
  /** Keeps the whole document up to the update `through`, packed. The one before it stays as well. */
  keepSnapshot(packed: Uint8Array, through: number): Result<void>
  keepMeta(key: Extract<MetaKey, 'host' | 'thumbnail'>, value: string | Uint8Array): Result<void>
  readMeta(key: MetaKey): Result<Uint8Array | null>
  /**
   * Writes the whole file afresh, with its document as `folded` has it. Between the steps it may be appended to;
   * whatever else is written then is lost.
   */
  rewrite(folded: Folded, rewriting: Rewriting): Steps<Result<void>>
  /** Writes everything, with what `change` makes of it, to another file, sealed as this one is; steps as above. */
  copyTo(to: string, folded: Folded, change: (generation: Generation) => Generation): Steps<Result<void>>
  /** Seals the file with a key, or opens it to everybody with null; no earlier generation stays. Steps as above. */
  seal(folded: Folded, key: Encryption | null): Steps<Result<void>>
  /** True for a board with a passphrase. */
  isSealed(): boolean
  /** Looks through what the opening of a large file left out, step by step, see `checkRest`. */
  checkRest(): Steps<string | undefined>
  /** Lets go of the file, after writing it without gaps when that is worth it. */
  close(): Result<void>
  /** Lets go of the file as it is. */
  release(): void
}

export interface OpenedFile {
  readonly file: BoardFile
  readonly contents: Contents
}

/** A snapshot when the updates since the last one are this many, or this share of its size, bytes. */
const LONG_TAIL_ROWS = 1_000
const LONG_TAIL_SHARE = 0.75
const SHORT_TAIL_BYTES = 16 * 1024
const REWRITE_AFTER_ROWS = 200
const REWRITE_AFTER_FREE_BYTES = 1024 * 1024
/** Larger files are written afresh only when that gives back this share of them. */
const SMALL_FILE = 64 * 1024 * 1024
const WORTHWHILE_SHARE = 0.25

/**
 * Makes a board file with this packed document. Fails, and writes nothing, when `path` exists. With an `id` it is the
 * board that has it elsewhere.
 */
export function createBoardFile(
  path: string,
  packed: Uint8Array,
  about: { readonly host?: string; readonly id?: string | undefined } = {},
): Result<OpenedFile> {
  if (existsSync(path)) return failed('unexpected', 'the file exists')
  const lock = takeLock(path)
  if (!lock.ok) return lock
  const meta = new Map<MetaKey, string>([
    ['format', 'Common Ground board'],
    ['id', about.id ?? newId()],
    ['created', new Date().toISOString()],
    ['host', about.host ?? ''],
  ])
  const empty = { versions: [], assets: [], devices: [], sealed: [], exports: [], updates: [] }
  try {
    writeGeneration(path, { meta, packed, through: 0, ...empty }, { codec: plainCodec })
  } catch (error) {
    lock.value.release()
    return failureOf(error, path)
  }
  return openLocked(path, lock.value, undefined)
}

/**
 * Opens a board file, or says what is wrong with it and leaves every byte as it is. One of an older version is
 * first written afresh in the present one, and stays beside it.
 */
export function openBoardFile(path: string, passphrase?: string): Result<OpenedFile> {
  const first = inspect(path)
  if (!first.ok) return first
  // A link stays a link: the file it leads to is the one that is locked, written and replaced.
  const real = realpathSync(path)
  const lock = takeLock(real)
  return lock.ok ? openLocked(real, lock.value, passphrase) : lock
}

function openLocked(path: string, lock: Lock, passphrase: string | undefined): Result<OpenedFile> {
  const refuse = (failure: Result<never>) => {
    lock.release()
    return failure
  }
  try {
    rollBack(path)
    const whole = inspect(path)
    if (!whole.ok) return refuse(whole)
    const migrated = migrate(path, whole.value.version, passphrase)
    if (!migrated.ok) return refuse(migrated)
    const found = withDatabase(path, (database) => {
      const codec = openCodec(database, passphrase)
      if (!codec.ok) return codec
      const damage = findDamage(database)
      if (damage !== undefined) return failed('corrupt', damage)
      const contents = readContents(database, codec.value.codec)
      return contents.ok ? success({ sealing: codec.value, contents: contents.value }) : contents
    })
    if (!found.ok) return refuse(found)
    const { sealing, contents } = found.value
    return success({ file: boardFile(path, holdDatabase(path, lock, sealing), contents), contents })
  } catch (error) {
    return refuse(failureOf(error, path))
  }
}

function boardFile(path: string, inside: OpenDatabase, contents: Contents): BoardFile {
  let { last, tailBytes } = contents
  let tailRows = contents.updates.length
  let changedRows = tailRows
  let snapshotBytes = contents.packed.length
  let isOpen = true
  const codec = inside.codec

  const fold = (): Result<Folded> => {
    const state = file.read()
    if (!state.ok) return state
    const packed = mergeState(state.value)
    return packed.ok ? success({ packed: packed.value, through: state.value.last }) : packed
  }

  const file: BoardFile = {
    path,
    id: contents.id,
    versions: versionStore(inside),
    assets: assetStore(inside),
    exports: exportStore(inside),
    append({ updates, devices, sealed = [] }) {
      const done = inside.write((database) => {
        writeUpdates(
          database,
          codec(),
          updates.map((data, at) => ({ id: last + 1 + at, data })),
        )
        for (const [token, person] of devices ?? [])
          writeDevice(database, { token, person, seen: Date.now() })
        for (const { data, ...row } of sealed) {
          if (data) writeSealed(database, codec(), { ...row, data, changed: Date.now() })
          else removeSealed(database, row)
        }
      })
      if (done.ok) {
        last += updates.length
        tailRows += updates.length
        changedRows += updates.length
        for (const { length } of updates) tailBytes += length
      }
      return done
    },
    read() {
      const found = inside.read((database) => readContents(database, codec()))
      return found.ok ? found.value : found
    },
    last: () => last,
    isTailLong: () =>
      tailRows >= LONG_TAIL_ROWS || tailBytes >= Math.max(SHORT_TAIL_BYTES, snapshotBytes * LONG_TAIL_SHARE),
    keepSnapshot(packed, through) {
      const done = inside.write((database) => {
        const newest = database.get('SELECT max(id) AS id FROM snapshots')?.id
        const id = (typeof newest === 'number' ? newest : 0) + 1
        database.run('DELETE FROM snapshots WHERE id < ?', [id - 1])
        writeSnapshot(database, codec(), { id, through, made: Date.now(), packed })
        const before = database.get('SELECT min(through) AS through FROM snapshots')?.through
        database.run('DELETE FROM updates WHERE id <= ?', [typeof before === 'number' ? before : 0])
        return database.get(
          'SELECT count(*) AS rows, total(length(data)) AS bytes FROM updates WHERE id > ?',
          [through],
        )
      })
      if (!done.ok) return done
      tailRows = Number(done.value?.rows ?? 0)
      tailBytes = Number(done.value?.bytes ?? 0)
      snapshotBytes = packed.length
      return success(undefined)
    },
    keepMeta: (name, value) => inside.write((database) => writeMeta(database, codec(), name, value)),
    readMeta: (name) =>
      inside.read((database) => {
        const row = database.get('SELECT * FROM meta WHERE key = ?', [name])
        return (row && readMeta(row, codec())?.value) ?? null
      }),
    *rewrite(folded, rewriting) {
      const done = yield* rewriteFile(path, inside, folded, rewriting)
      if (!done.ok) return done
      tailRows = done.value.rows
      tailBytes = done.value.bytes
      changedRows = tailRows
      snapshotBytes = folded.packed.length
      return success(undefined)
    },
    copyTo: (to, folded, change) => copyFile(path, inside, folded, to, change),
    seal: (folded, key) =>
      file.rewrite(folded, { previous: null, sealing: key ?? { codec: plainCodec, wrapped: null } }),
    isSealed: () => inside.sealing().wrapped !== null,
    checkRest: () => checkRest(inside, path),
    close() {
      if (!isOpen) return success(undefined)
      isOpen = false
      const done = tidy()
      inside.close()
      return done
    },
    release() {
      isOpen = false
      inside.close()
    },
  }

  /** Leaves a small file behind. */
  function tidy(): Result<void> {
    const free = inside.read(freeBytes)
    const size = statSync(path, { throwIfNoEntry: false })?.size
    if (!free.ok || size === undefined) return success(undefined)
    const isWasteful = changedRows >= REWRITE_AFTER_ROWS || free.value >= REWRITE_AFTER_FREE_BYTES
    if (!isWasteful) return success(undefined)
    const folded = fold()
    if (!folded.ok) return folded
    if (size - free.value <= SMALL_FILE || free.value >= size * WORTHWHILE_SHARE) {
      const done = atOnce(file.rewrite(folded.value, {}))
      // A picture in it is damaged: the file stays as it is, for somebody to repair.
      if (done.ok || done.failure.code !== 'corrupt') return done
    }
    return file.keepSnapshot(folded.value.packed, folded.value.through)
  }

  return file
}

function freeBytes(database: BoardDatabase): number {
  const pages = database.get('PRAGMA freelist_count')?.freelist_count
  return typeof pages === 'number' ? pages * 4096 : 0
}
