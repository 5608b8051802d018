import type * as Y from 'yjs'
import { readEach, readRecord } from './records'

/** What the bin holds: things people made and would miss. What went with one of them comes back with it. */
export const BINNED = [
  'cards',
  'stories',
  'scripts',
  'lines',
  'observations',
  'recommendations',
  'stations',
] as const
export type BinnedCollection = (typeof BINNED)[number]

/** Something that somebody deleted. */
export interface Binned {
  readonly collection: BinnedCollection
  readonly id: string
  /** The kind of a card; empty for the rest. */
  readonly type: string
  /** What is written on it. */
  readonly words: string
  /** When it was deleted, ms since 1970; 0 when nobody knows. */
  readonly gone: number
}

/** What people deleted and can have back, the latest first. Stamps come back with what they are stuck on. */
export function readBin(doc: Y.Doc): Binned[] {
  const found = BINNED.flatMap((collection) =>
    [...readEach(doc, collection, 'gone', true)].flatMap(([id, gone]): Binned[] => {
      const { type, words } = seen(doc, collection, id)
      return type === 'stamp' ? [] : [{ collection, id, type, words, gone }]
    }),
  )
  return found.sort((a, b) => b.gone - a.gone || (a.id < b.id ? -1 : 1))
}

function seen(doc: Y.Doc, collection: BinnedCollection, id: string): Pick<Binned, 'type' | 'words'> {
  switch (collection) {
    case 'cards': {
      const card = readRecord(doc, collection, id)
      return { type: card?.type ?? '', words: card?.text.trim() || card?.quote || card?.link || '' }
    }
    case 'stories':
    case 'scripts':
      return { type: '', words: readRecord(doc, collection, id)?.title ?? '' }
    case 'stations':
      return { type: '', words: readRecord(doc, collection, id)?.name ?? '' }
    case 'lines':
    case 'observations':
    case 'recommendations':
      return { type: '', words: readRecord(doc, collection, id)?.text.trim() ?? '' }
  }
}
