import { existsSync, realpathSync, statSync } from 'node:fs'
import { basename } from 'node:path'
import { failed, type Result, success } from '#shared/failure'
import { newId } from '#shared/id'
import { type Another, anotherBoard } from './anotherBoard'
import { type AssetStore, assetStore } from './assetStore'
import { plainCodec } from './codec'
import { mergeState } from './document'
import { removeEarlier } from './earlierGenerations'
import { newEncryption } from './encryption'
import { type ExportStore, exportStore } from './exportStore'
import { failureOf } from './failureOf'
import { withDatabase } from './generation'
import { generationOf } from './generationOf'
import { inspect } from './inspect'
import { rollBack } from './journal'
import type { BoardDatabase } from './layout'
import { type Lock, takeLock } from './lock'
import { migrate } from './migrate'
import { type FileCodec, openCodec } from './openCodec'
import { holdDatabase, type OpenDatabase } from './openDatabase'
import { type Contents, findDamage, readContents } from './readContents'
import { type MetaKey, readMeta, writeDevice, writeMeta, writeSnapshot, writeUpdates } from './rows'
import { type VersionStore, versionStore } from './versionStore'
import { type Generation, writeGeneration } from './writeGeneration'

export interface Batch {
  /** Yjs updates (version 1), in the order in which they came. */
  readonly updates: readonly Uint8Array[]
  /** Hash of a token → the person who comes back with it. */
  readonly devices?: ReadonlyMap<string, string>
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
  /** True when a snapshot would make opening quicker or the file smaller. */
  isTailLong(): boolean
  /** Keeps the whole document up to the update `through`, packed. The one before it stays as well. */
  keepSnapshot(packed: Uint8Array, through: number): Result<void>
  keepMeta(key: Extract<MetaKey, 'host' | 'thumbnail'>, value: string | Uint8Array): Result<void>
  readMeta(key: MetaKey): Result<Uint8Array | null>
  /**
   * Writes the whole file afresh, with what `change` makes of it. With `previous: null` nothing of the old one
   * stays, and the generations before it go as well.
   */
  rewrite(
    change: (generation: Generation) => Generation,
    options?: { readonly previous?: null },
  ): Result<void>
  /** Writes everything to another file, sealed as this one is. As `another` it is a board of its own. */
  copyTo(to: string, another: Another | null): Result<void>
  /** Seals the file with a passphrase, or opens it to everybody with null. No earlier generation stays. */
  setPassphrase(passphrase: string | null): Result<void>
  /** True for a board with a passphrase. */
  isSealed(): boolean
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

/** Makes a board file with this packed document. Fails, and writes nothing, when `path` exists. */
export function createBoardFile(
  path: string,
  packed: Uint8Array,
  about: { readonly host?: string } = {},
): Result<OpenedFile> {
  if (existsSync(path)) return failed('unexpected', 'the file exists')
  const lock = takeLock(path)
  if (!lock.ok) return lock
  const meta = new Map<MetaKey, string>([
    ['format', 'Common Ground board'],
    ['id', newId()],
    ['created', new Date().toISOString()],
    ['host', about.host ?? ''],
  ])
  const empty = { versions: [], assets: [], devices: [], exports: [] }
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
    const migrated = migrate(path, whole.value.version)
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

  const rewrite = (
    change: (generation: Generation) => Generation,
    previous?: null,
    sealing: FileCodec = inside.sealing(),
  ): Result<void> => {
    const state = file.read()
    if (!state.ok) return state
    const merged = mergeState(state.value)
    if (!merged.ok) return merged
    const done = inside.replace(sealing, (close) =>
      inside.read((database) => {
        const present = generationOf(database, codec(), merged.value, state.value.last)
        const meta = new Map(present.meta)
        if (sealing.wrapped === null) meta.delete('key')
        else meta.set('key', sealing.wrapped)
        writeGeneration(path, change({ ...present, meta }), {
          codec: sealing.codec,
          beforeSwap() {
            // They hold what is to be gone. A failure here leaves the file itself as it was.
            if (previous === null) removeEarlier(path)
            close()
          },
          ...(previous === undefined ? {} : { previous }),
        })
      }),
    )
    if (!done.ok) return done
    tailRows = 0
    tailBytes = 0
    changedRows = 0
    snapshotBytes = merged.value.length
    return done
  }

  const file: BoardFile = {
    path,
    id: contents.id,
    versions: versionStore(inside),
    assets: assetStore(inside),
    exports: exportStore(inside),
    append({ updates, devices }) {
      const done = inside.write((database) => {
        writeUpdates(
          database,
          codec(),
          updates.map((data, at) => ({ id: last + 1 + at, data })),
        )
        for (const [token, person] of devices ?? [])
          writeDevice(database, { token, person, seen: Date.now() })
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
    rewrite: (change, options) => rewrite(change, options?.previous),
    copyTo(to, another) {
      const state = file.read()
      if (!state.ok) return state
      const merged = mergeState(state.value)
      if (!merged.ok) return merged
      const done = inside.read((database): Result<void> => {
        const present = generationOf(database, codec(), merged.value, state.value.last)
        const copy = another ? anotherBoard(present, another, basename(path, '.ground')) : success(present)
        if (!copy.ok) return copy
        writeGeneration(to, copy.value, { codec: codec() })
        return success(undefined)
      })
      return done.ok ? done.value : done
    },
    setPassphrase(passphrase) {
      const next = passphrase === null ? { codec: plainCodec, wrapped: null } : newEncryption(passphrase)
      return rewrite((generation) => generation, null, next)
    },
    isSealed: () => inside.sealing().wrapped !== null,
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
    if (size - free.value <= SMALL_FILE || free.value >= size * WORTHWHILE_SHARE) {
      const done = rewrite((generation) => generation)
      // A picture in it is damaged: the file stays as it is, for somebody to repair.
      if (done.ok || done.failure.code !== 'corrupt') return done
    }
    const state = file.read()
    if (!state.ok) return state
    const packed = mergeState(state.value)
    return packed.ok ? file.keepSnapshot(packed.value, state.value.last) : packed
  }

  return file
}

function freeBytes(database: BoardDatabase): number {
  const pages = database.get('PRAGMA freelist_count')?.freelist_count
  return typeof pages === 'number' ? pages * 4096 : 0
}
