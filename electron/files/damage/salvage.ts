import { statSync } from 'node:fs'
import { readAll } from '#shared/board/records'
import type { DamageReport } from '#shared/damageReport'
import { failed, type Result, success } from '#shared/failure'
import { plainCodec } from '../codec'
import { openEncryption } from '../encryption'
import { readUndo } from '../journal'
import { APPLICATION_ID, FILE_VERSION, HEADER } from '../layout'
import type { FileCodec } from '../openCodec'
import type { Generation } from '../writeGeneration'
import { type Carved, carve, type Row } from './carve'
import { gather } from './gather'
import { joinDocument, type Source } from './joinDocument'
import { type Material, materialOf } from './material'
import { openPages, type Pages } from './pages'

/** The best board that can be made of a damaged file and what lies beside it. */
export interface Salvage {
  readonly report: DamageReport
  /** Its rows are read from the damaged file while they are written: use it inside `salvage`. */
  readonly generation: Generation
  readonly sealing: FileCodec
  /** Closes the files that were read. */
  letGo(): void
}

/** Lines for the log and the terminal. */
const MOST_PROBLEMS = 100

/** Files that may hold earlier or later states of the board at `path`. */
const BESIDE: readonly (readonly [string, Source['kind']])[] = [
  ['.new', 'leftover'],
  ['.bak', 'previous'],
  ['.v2.bak', 'previous'],
  ['.v1.bak', 'previous'],
]

/**
 * Reads whatever can be read of the board file at `path`, and what lies beside it where that is needed, and gives
 * it to `use`. Nothing is changed. `notABoard` when there is nothing of a board in it, `corrupt` when nothing of the
 * document can be read. Throws what the file system throws.
 */
export function salvage<T>(
  path: string,
  passphrase: string | undefined,
  use: (salvaged: Salvage) => T,
): Result<T> {
  const opened: Pages[] = []
  const read = (file: string): Carved => {
    const undo = readUndo(file)
    const pages = openPages(file, undo === 'damaged' ? null : undo)
    opened.push(pages)
    const carved = carve(pages)
    return undo === 'damaged'
      ? { ...carved, problems: ['the journal does not add up', ...carved.problems] }
      : carved
  }
  let found: readonly Beside[] | undefined
  const beside = () => {
    found ??= BESIDE.flatMap(([ending, kind]) =>
      statSync(path + ending, { throwIfNoEntry: false })?.isFile()
        ? [{ kind, carved: read(path + ending) }]
        : [],
    )
    return found
  }
  const letGo = () => {
    for (const pages of opened.splice(0)) pages.close()
  }
  try {
    const carved = read(path)
    const head = opened[0]?.read(1)
    const version = head?.readUInt32BE(HEADER.version) ?? 0
    if (version > FILE_VERSION && carved.isOtherSchema) return failed('newerBoard', `file version ${version}`)
    const sealing = findKey(carved, beside, passphrase)
    if (!sealing.ok) return sealing
    const own: Source = { kind: 'file', material: materialOf(carved, sealing.value.codec) }
    const { updates } = carved.tables
    const mayLackUpdates = updates.mayMissRows || updates.damaged.length > 0
    const alone = joinDocument([own], mayLackUpdates)
    const isWhole = carved.problems.length === 0 && alone?.lostChanges === 0
    const others = isWhole ? [] : relativesOf(own.material, beside(), sealing.value)
    const joined = others.length === 0 ? alone : joinDocument([own, ...others], mayLackUpdates)
    if (!joined) {
      const isBoard =
        head?.readUInt32BE(HEADER.application) === APPLICATION_ID ||
        Object.values(carved.tables).some(({ rows, damaged }) => rows.length + damaged.length > 0)
      if (!isBoard && statSync(path).size === 0) return failed('emptyFile')
      return failed(isBoard ? 'corrupt' : 'notABoard', carved.problems[0])
    }
    const { generation, lost } = gather(carved, own.material, others, joined)
    const report = {
      isWhole,
      source: joined.source,
      until: Math.min(joined.until, statSync(path).mtimeMs),
      cards: readAll(joined.doc, 'cards').length,
      lost,
      problems: carved.problems.slice(0, MOST_PROBLEMS),
    }
    return success(use({ report, generation, sealing: sealing.value, letGo }))
  } finally {
    letGo()
  }
}

interface Beside {
  readonly kind: Source['kind']
  readonly carved: Carved
}

/** How the board is sealed: said by `meta`, or when that is damaged by a file beside it. */
function findKey(
  { tables }: Carved,
  beside: () => readonly Beside[],
  passphrase: string | undefined,
): Result<FileCodec> {
  const isMetaDamaged = tables.meta.damaged.length > 0 || !tables.meta.isSound
  const wrapped =
    wrappedKey(tables.meta.rows) ??
    (isMetaDamaged
      ? beside()
          .map(({ carved }) => wrappedKey(carved.tables.meta.rows))
          .find(Boolean)
      : undefined)
  if (wrapped === undefined) return success({ codec: plainCodec, wrapped: null })
  if (passphrase === undefined) return failed('needsPassphrase')
  const key = openEncryption(wrapped, passphrase)
  return key ? success(key) : failed('wrongPassphrase')
}

function wrappedKey(rows: readonly Row[]): string | undefined {
  const row = rows.find(({ version, key }) => version === 2 && key === 'key')
  return row && String(row.read().value)
}

/** Those that are of the same board, and of the time since something was last removed from it for good. */
function relativesOf(own: Material, beside: readonly Beside[], { codec }: FileCodec): Source[] {
  return beside
    .map(({ kind, carved }) => ({ kind, material: materialOf(carved, codec) }))
    .filter(({ material }) =>
      (['id', 'purges'] as const).every((key) => {
        const [ours, theirs] = [own.meta.get(key), material.meta.get(key)]
        return ours === undefined || ours === (theirs ?? (key === 'purges' ? '0' : undefined))
      }),
    )
}
