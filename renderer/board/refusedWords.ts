import * as Y from 'yjs'
import { readSingleton, rootOf, rootText } from '#shared/board/records'
import { COLLECTION_NAMES, ROOT_TEXTS } from '#shared/board/schema'
import { wordsOf } from '#shared/board/words'

/**
 * What a copy of the board says that the room's board does not: every text, whole, that would be another if the
 * room took in what this copy has. Neither document is changed.
 */
export function refusedWords(copy: Uint8Array, room: Y.Doc): string[] {
  const both = new Y.Doc()
  Y.applyUpdate(both, Y.encodeStateAsUpdate(room))
  Y.applyUpdate(both, copy)
  const found = new Set<string>()
  const compare = (texts: readonly string[], taken: readonly string[]) => {
    for (const text of texts) if (text.trim() !== '' && !taken.includes(text)) found.add(text.trim())
  }
  for (const name of COLLECTION_NAMES) {
    for (const id of rootOf(both, name).keys()) compare(wordsOf(both, name, id), wordsOf(room, name, id))
  }
  for (const name of ROOT_TEXTS) compare([rootText(both, name).toString()], [rootText(room, name).toString()])
  compare(singles(both), singles(room))
  both.destroy()
  return [...found]
}

function singles(doc: Y.Doc): string[] {
  const { title, place, date } = readSingleton(doc, 'meta')
  return [title, place, date, readSingleton(doc, 'report').title]
}
