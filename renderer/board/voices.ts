import { SIDES, type Side } from '#shared/board/vocabulary'
import type { Records } from './records'
import { type Signal, signal } from './signal'

/** How many cards with somebody's words come from each side. */
export type Voices = Readonly<Record<Side, number>>

/** The kinds of cards that say something in their maker's words. */
const SAYS: ReadonlySet<string> = new Set(['note', 'insight', 'howMightWe', 'idea', 'text'])

const NONE: Voices = { resident: 0, professional: 0, politician: 0, facilitator: 0 }

/**
 * Counts who is heard on the wall, by side and never by name, until disposed. A card that changes costs one look at that
 * card; cards of nobody known are left out.
 */
export function followVoices(records: Records): { readonly voices: Signal<Voices>; dispose(): void } {
  const voices = signal(NONE)
  const authors = new Map<string, string>()
  const counts = new Map<string, number>()

  const count = (author: string, by: number) => {
    const next = (counts.get(author) ?? 0) + by
    if (next > 0) counts.set(author, next)
    else counts.delete(author)
  }
  const look = (id: string) => {
    const card = records.get('cards', id)
    const says = card !== undefined && SAYS.has(card.type) && (card.text.trim() !== '' || card.quote !== '')
    const author = says ? card.made.by : undefined
    const before = authors.get(id)
    if (before === author) return
    if (before !== undefined) count(before, -1)
    if (author === undefined) authors.delete(id)
    else {
      authors.set(id, author)
      count(author, 1)
    }
  }
  const tell = () => {
    const next = { ...NONE }
    for (const [author, cards] of counts) {
      const side = records.get('people', author)?.side
      if (side) next[side] += cards
    }
    const now = voices.get()
    if (SIDES.some((side) => next[side] !== now[side])) voices.set(next)
  }

  for (const { id } of records.all('cards')) look(id)
  tell()
  const stops = [
    records.watch('cards', (ids) => {
      for (const id of ids) look(id)
      tell()
    }),
    records.watch('people', tell),
  ]
  return {
    voices,
    dispose() {
      for (const stop of stops) stop()
    },
  }
}
