import { planPurge } from '#shared/board/actions/purge'
import { calledIn, eraserOf } from '#shared/board/called'
import type { PurgeOrder } from '#shared/board/purgeOrder'
import { readRecord } from '#shared/board/records'
import { possibleRemains, type Remain } from '#shared/board/remains'
import { COLLECTION_NAMES, type Collection } from '#shared/board/schema'
import { wordsOf } from '#shared/board/words'
import type { Focus, Session } from '../../board/session'

/** Records of one collection that a purge touches. */
export interface Group {
  readonly of: Collection | 'versionNames'
  readonly count: number
  /** The first words of each that has any. */
  readonly words: readonly string[]
}

/** What a purge takes away. */
export interface Loss {
  readonly gone: readonly Group[]
  readonly emptied: readonly Group[]
}

/** What a purge is about, as the board stood when it was asked for. */
export interface Findings {
  /** The person's name or the story's title; empty when there is none. */
  readonly name: string
  readonly remains: readonly Remain[]
  /** Those of these names of versions that hold the name or the title, and lose it. */
  versionNames(names: readonly string[]): readonly string[]
}

/** UTF-16 units of a text that stand for it. */
const FIRST_WORDS = 90

/** What people would ask after first comes first. */
const FIRST: readonly Collection[] = ['people', 'stories', 'highlights', 'cards']
const TOLD = [...FIRST, ...COLLECTION_NAMES.filter((name) => !FIRST.includes(name))]

/** Looks through a board for whose words an order is about, and where they may be left. */
export function findingsOf({ replica: { doc } }: Session, order: PurgeOrder): Findings {
  const plan = planPurge(doc, order)
  const erase = eraserOf(calledIn(doc, plan))
  return {
    name: nameOf(doc, order),
    remains: possibleRemains(doc, plan),
    versionNames: (names) => names.filter((name) => erase(name) !== name),
  }
}

/** Looks through a board for what an order would take away. */
export function lossOf({ replica: { doc } }: Session, order: PurgeOrder): Loss {
  const plan = planPurge(doc, order)
  const groups = (ids: ReadonlyMap<Collection, readonly string[]>) =>
    TOLD.flatMap((collection): Group[] => {
      const found = ids.get(collection) ?? []
      if (found.length === 0) return []
      const words = found.flatMap((id) => wordsOf(doc, collection, id).slice(0, 1))
      return [{ of: collection, count: found.length, words: words.map(firstWords) }]
    })
  return { gone: groups(plan.gone), emptied: groups(plan.emptied) }
}

function nameOf(doc: Session['replica']['doc'], { kind, id }: PurgeOrder): string {
  if (kind === 'story') return readRecord(doc, 'stories', id)?.title.trim() ?? ''
  const person = readRecord(doc, 'people', id)
  return (person?.name || person?.pseudonym || '').trim()
}

function firstWords(text: string): string {
  const line = text.replace(/\s+/g, ' ').trim()
  if (line.length <= FIRST_WORDS) return line
  const cut = line.lastIndexOf(' ', FIRST_WORDS)
  return `${line.slice(0, cut > 0 ? cut : FIRST_WORDS)}…`
}

/** What the board should show for somebody to look at a passage; null when it is in sight, or in the bin. */
export function focusOf({ records }: Session, { at, isDeleted }: Remain): Focus | null {
  if (isDeleted || at === 'title') return null
  if (at === 'purpose' || at === 'place') return { kind: 'stage', stage: 'purpose' }
  if (at === 'summary' || at === 'reportTitle') return { kind: 'stage', stage: 'report' }
  const script = (id: string | null): Focus | null => (id === null ? null : { kind: 'script', script: id })
  switch (at.collection) {
    case 'cards':
      return { kind: 'card', card: at.id }
    case 'frames': {
      const card = records.get('frames', at.id)?.card
      return card ? { kind: 'prototype', card } : null
    }
    case 'stories':
      return { kind: 'story', story: at.id, highlight: null }
    case 'scripts':
      return script(at.id)
    case 'lines':
    case 'characters':
    case 'observations':
      return script(records.get(at.collection, at.id)?.script ?? null)
    case 'recommendations':
    case 'measures':
      return { kind: 'stage', stage: 'report' }
    default:
      return null
  }
}
