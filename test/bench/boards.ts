import * as Y from 'yjs'
import { addCard, moveCards } from '#shared/board/actions/cards'
import { describeBoard } from '#shared/board/actions/report'
import { type Writer, write } from '#shared/board/actions/writer'
import { readEach, storeRecord } from '#shared/board/records'

/** Cards are 200 × 120 world units, 40 apart, with about 60 characters each, as in the frame benchmark. */
export function boardOf(cards: number): Y.Doc {
  const doc = new Y.Doc()
  const writer: Writer = { doc, person: 'bench', origin: null, now: () => 1 }
  const columns = Math.max(1, Math.round(Math.sqrt((cards * (16 / 9) * 160) / 240)))
  describeBoard(writer, { title: `${cards} cards`, version: 1 })
  write(writer, () => {
    const first = addCard(writer, { type: 'note', text: cardText(0), size: [200, 120, 0] })
    let z = ''
    for (const [id, value] of readEach(doc, 'cards', 'z')) if (id === first) z = value
    for (let made = 1; made < cards; made++) {
      storeRecord(doc, 'cards', `card${made}`, {
        type: 'note',
        pos: [(made % columns) * 240, Math.floor(made / columns) * 160],
        size: [200, 120, 0],
        text: cardText(made),
        z: `${z}${made.toString(36).padStart(4, '0')}V`,
        order: `${z}${made.toString(36).padStart(4, '0')}V`,
        made: { by: 'bench', at: 1 },
      })
    }
  })
  return doc
}

const cardText = (at: number): string =>
  `${at + 1}. residents said the bus stop feels unsafe after dark near the library`.slice(0, 60)

/** The updates of `count` single moves, about 40 bytes each. */
export function moves(doc: Y.Doc, count: number): Uint8Array[] {
  const updates: Uint8Array[] = []
  const keep = (update: Uint8Array) => updates.push(update)
  const ids = [...readEach(doc, 'cards', 'z')].map(([id]) => id)
  doc.on('update', keep)
  const writer: Writer = { doc, person: 'bench', origin: null, now: () => 1 }
  for (let made = 0; made < count; made++) moveCards(writer, [ids[made % ids.length] ?? ''], [1, 1])
  doc.off('update', keep)
  return updates
}
