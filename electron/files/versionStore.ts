import { failed, type Result, success } from '#shared/failure'
import type { OpenDatabase } from './openDatabase'
import { readVersion, type VersionRow, writeVersion } from './rows'

/** A version without its document. */
export interface KeptVersion {
  readonly id: number
  /** ms since 1970 */
  readonly made: number
  /** JSON, parsed by who knows what is in it. */
  readonly about: unknown
  /** Of the packed document. */
  readonly bytes: number
}

/** The versions in one open board file. */
export interface VersionStore {
  /** The newest first. Damaged ones are left out and counted. */
  list(): Result<{ readonly versions: readonly KeptVersion[]; readonly damaged: number }>
  /** Keeps a packed document. */
  keep(made: number, about: unknown, packed: Uint8Array): Result<KeptVersion>
  /** The packed document of a version; `missing` when there is none, `corrupt` when it is damaged. */
  read(id: number): Result<VersionRow>
  /** Says something else about a version. */
  describe(id: number, about: unknown): Result<void>
  /** Unknown numbers are ignored. */
  remove(ids: readonly number[]): Result<void>
}

export function versionStore({ codec, read, write }: OpenDatabase): VersionStore {
  const one = (id: number): Result<VersionRow> => {
    const row = read((database) => database.get('SELECT * FROM versions WHERE id = ?', [id]))
    if (!row.ok) return row
    if (!row.value) return failed('missing', `no version ${id}`)
    const version = readVersion(row.value, codec())
    return version ? success(version) : failed('corrupt', `version ${id}`)
  }
  return {
    list: () =>
      read((database) => {
        const versions: KeptVersion[] = []
        let damaged = 0
        for (const { id } of database.all('SELECT id FROM versions ORDER BY id DESC')) {
          const row = database.get('SELECT * FROM versions WHERE id = ?', [id as number])
          const version = row && readVersion(row, codec())
          if (version) versions.push(withoutDocument(version))
          else damaged++
        }
        return { versions, damaged }
      }),
    keep: (made, about, packed) =>
      write((database) => {
        const last = database.get('SELECT max(id) AS id FROM versions')?.id
        const version = { id: (typeof last === 'number' ? last : 0) + 1, made, about, packed }
        writeVersion(database, codec(), version)
        return withoutDocument(version)
      }),
    read: one,
    describe(id, about) {
      const version = one(id)
      if (!version.ok) return version
      return write((database) => writeVersion(database, codec(), { ...version.value, about }))
    },
    remove: (ids) =>
      write((database) => {
        for (const id of ids) database.run('DELETE FROM versions WHERE id = ?', [id])
      }),
  }
}

const withoutDocument = ({ id, made, about, packed }: VersionRow): KeptVersion => ({
  id,
  made,
  about,
  bytes: packed.length,
})
