import { createHash } from 'node:crypto'
import type * as Y from 'yjs'
import { createBoardFile } from '../../electron/files/boardFile'
import { packDocument } from '../../electron/files/document'
import { ACTS } from '../fuzz/everyAction'
import { seeded } from './randomness'
import { unwrap } from './results'
import { sampleDocument } from './sample'

export interface RichBoard {
  /** The document as it is in the file. */
  readonly doc: Y.Doc
  /** Bytes of the pictures in it. */
  readonly pictures: readonly Uint8Array[]
}

/**
 * Makes a closed board file at `path` as an evening leaves it: a workshop, two snapshots with updates before and
 * after, versions, pictures, people who may return, copies that left, a round that is not over.
 */
export function makeRichBoard(path: string, { seed = 1, rounds = 30 } = {}): RichBoard {
  const random = seeded(seed)
  const doc = sampleDocument()
  doc.clientID = seed
  const file = unwrap(createBoardFile(path, packDocument(doc), { host: 'Amal' })).file
  const updates: Uint8Array[] = []
  doc.on('update', (update) => updates.push(update))
  const acts = Object.values(ACTS)
  const pictures: Uint8Array[] = []
  let last = 0
  for (let round = 0; round < rounds; round++) {
    const person = `person ${random.under(3)}`
    const now = () => 1_790_000_000_000 + round * 60_000
    for (let act = 0; act < 6; act++) random.of(acts)?.({ doc, person, origin: null, now }, random)
    last += updates.length
    const token = createHash('sha256').update(person).digest('hex')
    // Two rounds, of which the first is over.
    const sealed = {
      round: round < rounds / 2 ? 'first' : 'second',
      person,
      data: Buffer.from(`words ${round}`),
    }
    const over = { round: 'first', person, data: null }
    unwrap(
      file.append({
        updates: updates.splice(0),
        devices: new Map([[token, person]]),
        sealed: round < rounds / 2 ? [sealed] : [sealed, over],
      }),
    )
    if (round === Math.floor(rounds / 3) || round === Math.floor((rounds * 2) / 3))
      unwrap(file.keepSnapshot(packDocument(doc), last))
    if (round % 8 === 5)
      unwrap(
        file.versions.keep(
          now(),
          { kind: 'named', name: `round ${round}`, stage: 'ideas', cards: 1 },
          packDocument(doc),
        ),
      )
    if (round % 8 === 2) {
      const picture = Uint8Array.from({ length: 200 + round * 700 }, () => random.under(256))
      pictures.push(picture)
      unwrap(file.assets.keep('image/png', picture))
    }
    if (round % 10 === 1) unwrap(file.exports.note(now(), { kind: 'report', name: `report ${round}` }))
  }
  // Without writing it afresh, so that updates stay updates.
  file.release()
  return { doc, pictures }
}
