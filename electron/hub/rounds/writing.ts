import { z } from 'zod'
import { revealCards } from '#shared/board/actions/reveal'
import { readWritten } from '#shared/room/writtenCards'
import type { RoundKind } from './kind'

const keptState = z.object({ done: z.array(z.string()) }).catch({ done: [] })

/** Silent writing: everybody writes cards of their own; at the end all of them are on the wall at once. */
export const writing: RoundKind<'writing'> = {
  name: 'writing',
  givesWay: false,
  lingers: null,
  hasDocuments: true,
  leavesWords: true,
  open(place, kept) {
    const done = new Set(keptState.parse(kept ?? {}).done)
    const cardsOf = (person: string) => {
      const doc = place.documents.of(person)
      return doc ? readWritten(doc) : []
    }
    // Counted when somebody writes, not for everybody who is told.
    const counts = new Map(place.documents.people().map((author) => [author, cardsOf(author).length]))
    return {
      shownTo({ person }) {
        const written = [...counts.values()].filter((count) => count > 0)
        return {
          kind: 'writing',
          question: place.settings.question,
          people: written.length,
          cards: written.reduce((sum, count) => sum + count, 0),
          done: done.size,
          isDone: done.has(person),
        }
      },
      ask(person, { isDone }) {
        if (isDone) done.add(person)
        else done.delete(person)
        place.changed()
      },
      wrote(person) {
        counts.set(person, cardsOf(person).length)
      },
      reveal(writer, at) {
        const cards = place.documents
          .people()
          .flatMap((author) => cardsOf(author).map((card) => ({ ...card, by: author })))
        revealCards(writer, cards, at)
      },
      kept: () => ({ done: [...done] }),
      forget(person) {
        done.delete(person)
        counts.delete(person)
      },
    }
  },
}
