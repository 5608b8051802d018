import { changeRecord, readRecord, storeRecord } from '../records'
import type { Person } from '../schema'
import { type Writer, write } from './writer'

/** Adds or updates a person under a known id. Nothing is written when nothing differs. */
export function putPerson(
  writer: Writer,
  id: string,
  values: Partial<Pick<Person, 'name' | 'pseudonym' | 'side' | 'languages'>>,
): void {
  const known = readRecord(writer.doc, 'people', id)
  write(writer, () => {
    if (!known)
      storeRecord(writer.doc, 'people', id, { ...values, made: { by: writer.person, at: writer.now() } })
    else if (JSON.stringify({ ...known, ...values, del: false }) !== JSON.stringify(known))
      changeRecord(writer.doc, 'people', id, { ...values, del: false })
  })
}
