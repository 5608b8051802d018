import type { Codec } from './codec'
import { type BoardDatabase, checksumOf } from './layout'
import type { RawRow } from './rows'

/** What a round keeps that not everybody may see: of one person, or with an empty `person` of the round itself. */
export interface SealedRow {
  readonly round: string
  readonly person: string
  /** ms since 1970 */
  readonly changed: number
  /** Known to the kind of the round. */
  readonly data: Uint8Array
}

/** What becomes of one row; null takes it away. */
export type SealedChange = Pick<SealedRow, 'round' | 'person'> & { readonly data: Uint8Array | null }

const placeOf = ({ round, person, changed }: Omit<SealedRow, 'data'>) =>
  `sealed:${round}:${person}:${changed}`

/** Puts a row in the place of the one of the same round and person. */
export function writeSealed(database: BoardDatabase, codec: Codec, row: SealedRow): void {
  const { round, person, changed, data } = row
  removeSealed(database, row)
  const place = placeOf(row)
  const sealed = codec.seal(place, data)
  database.run('INSERT INTO sealed (round, person, changed, data, checksum) VALUES (?, ?, ?, ?, ?)', [
    round,
    person,
    changed,
    sealed,
    checksumOf(place, sealed),
  ])
}

/** Takes the row of a round and person away, if there is one. */
export function removeSealed(
  database: BoardDatabase,
  { round, person }: Pick<SealedRow, 'round' | 'person'>,
): void {
  database.run('DELETE FROM sealed WHERE round = ? AND person = ?', [round, person])
}

export function readSealed(row: RawRow, codec: Codec): SealedRow | undefined {
  const { round, person, changed, data, checksum } = row
  if (typeof round !== 'string' || typeof person !== 'string' || typeof changed !== 'number') return undefined
  if (!(data instanceof Uint8Array)) return undefined
  const place = placeOf({ round, person, changed })
  if (checksumOf(place, data) !== checksum) return undefined
  const opened = codec.unseal(place, data)
  return opened && { round, person, changed, data: opened }
}
