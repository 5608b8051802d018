import { readdirSync, readFileSync } from 'node:fs'
import { dirname, join } from 'node:path'
import type { PurgeOrder } from '#shared/board/purgeOrder'
import { holdsWords } from '../../support/findWords'
import type { Randomness } from '../../support/randomness'
import { placesOfWords } from '../../support/wordsInFile'
import type { Guest } from '../guest'

/** What somebody told and wants to have back. */
export interface Telling {
  readonly words: string
  readonly order: PurgeOrder
}

/** Somebody tells a story with words that nobody else has; the story, or everything of this person, is to go. */
export function tell(guests: readonly Guest[], random: Randomness): Telling | undefined {
  const guest = random.of(guests)
  const person = guest?.replica.me.get()?.person
  if (!guest || person === undefined) return undefined
  const words = `Wexlebrook ${random.under(1e9).toString(36)} Quandary`
  const story = guest.tell(words, person)
  return {
    words,
    order: random.under(2) === 0 ? { kind: 'story', id: story } : { kind: 'person', id: person },
  }
}

/**
 * Where words are that were said to be gone: in the bytes of the board at `path` and of everything beside it, and in
 * the rows of `copy`, which was opened once, so that no transaction is open in it.
 */
export function placesLeft(path: string, copy: string, words: string): string[] {
  const folder = dirname(path)
  return [
    ...readdirSync(folder, { withFileTypes: true })
      .filter((entry) => entry.isFile() && holdsWords(readFileSync(join(folder, entry.name)), words))
      .map(({ name }) => name),
    ...placesOfWords(copy, words),
  ]
}
