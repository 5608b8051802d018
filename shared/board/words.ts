import type * as Y from 'yjs'
import { readRecord, rootOf } from './records'
import { COLLECTION_NAMES, type COLLECTIONS, type Collection } from './schema'

/** The fields of each collection that people put into words; everything else is structure. */
const WORD_FIELDS = {
  cards: ['text', 'quote', 'why', 'link'],
  frames: ['caption'],
  strokes: [],
  stories: ['title', 'text', 'translation'],
  highlights: [],
  people: ['name', 'pseudonym'],
  scripts: ['title', 'scene', 'place'],
  characters: ['name'],
  lines: ['text', 'translation'],
  observations: ['text', 'change'],
  votes: [],
  reactions: ['sign'],
  outcomes: ['question'],
  stations: ['name'],
  measures: ['name', 'unit', 'source'],
  recommendations: ['text', 'owner', 'by', 'reason'],
} as const satisfies { readonly [C in Collection]: readonly (keyof (typeof COLLECTIONS)[C])[] }

/** What one record says, field by field, deleted or not; without empty fields. */
export function wordsOf(doc: Y.Doc, collection: Collection, id: string): string[] {
  const record = readRecord(doc, collection, id) as Readonly<Record<string, unknown>> | undefined
  if (!record) return []
  return WORD_FIELDS[collection].flatMap((field: string) => texts(record[field])).filter(isSaid)
}

function texts(value: unknown): string[] {
  if (typeof value === 'string') return [value]
  // A word per language.
  return typeof value === 'object' && value !== null ? Object.values(value).flatMap(texts) : []
}

const isSaid = (text: string): boolean => text.trim() !== ''

/** One record of a board by its place. */
export interface Place {
  readonly collection: Collection
  readonly id: string
}

/** Every record of the board, deleted or not. */
export function* everyRecord(doc: Y.Doc): Generator<Place> {
  for (const collection of COLLECTION_NAMES) {
    for (const id of rootOf(doc, collection).keys()) yield { collection, id }
  }
}
