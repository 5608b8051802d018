import { changeSingleton, readSingleton } from '#shared/board/schema'
import { type Result, success } from '#shared/failure'
import { packDocument, unpackDocument } from './document'
import type { DeviceRow } from './rows'
import type { Generation } from './writeGeneration'

/** What makes a copy of a board another board. */
export interface Another {
  readonly id: string
  /** `{{title}}` stands for the title of the original. */
  readonly title: string
  /** Who comes back to this board, beside those who come back to the original. */
  readonly devices: ReadonlyMap<string, string>
}

/** The same content as a board of its own. `corrupt` when the document cannot be read. */
export function anotherBoard(
  generation: Generation,
  { id, title, devices }: Another,
  untitled: string,
): Result<Generation> {
  const doc = unpackDocument({ packed: generation.packed, updates: [] })
  if (!doc.ok) return doc
  const before = readSingleton(doc.value, 'meta').title || untitled
  changeSingleton(doc.value, 'meta', { title: title.replaceAll('{{title}}', () => before) })
  const packed = packDocument(doc.value)
  doc.value.destroy()
  const meta = new Map(generation.meta).set('id', id).set('created', new Date().toISOString())
  return success({ ...generation, meta, packed, devices: withMore(generation.devices, devices) })
}

function* withMore(rows: Iterable<DeviceRow>, more: ReadonlyMap<string, string>): Generator<DeviceRow> {
  yield* rows
  for (const [token, person] of more) yield { token, person, seen: Date.now() }
}
