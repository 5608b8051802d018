import { changeSingleton, readSingleton } from '#shared/board/records'
import { type Result, success } from '#shared/failure'
import { packDocument, type State, unpackDocument } from './document'
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

/** The same content, whose document has its new title already, as a board of its own. */
export function anotherBoard(
  generation: Generation,
  { id, devices }: Pick<Another, 'id' | 'devices'>,
): Generation {
  const meta = new Map(generation.meta).set('id', id).set('created', new Date().toISOString())
  // A round goes on where it began; what people keep to themselves does not travel.
  return { ...generation, meta, devices: withMore(generation.devices, devices), sealed: [] }
}

/** A state folded, under another title; `untitled` stands in for that of the original. `corrupt` when it cannot be read. */
export function retitle(state: State, title: string, untitled: string): Result<Uint8Array> {
  const doc = unpackDocument(state)
  if (!doc.ok) return doc
  const before = readSingleton(doc.value, 'meta').title || untitled
  changeSingleton(doc.value, 'meta', { title: title.replaceAll('{{title}}', () => before) })
  const packed = packDocument(doc.value)
  doc.value.destroy()
  return success(packed)
}

function* withMore(rows: Iterable<DeviceRow>, more: ReadonlyMap<string, string>): Generator<DeviceRow> {
  yield* rows
  for (const [token, person] of more) yield { token, person, seen: Date.now() }
}
