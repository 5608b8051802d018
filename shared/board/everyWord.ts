import type * as Y from 'yjs'
import { readAll, readSingleton, rootText } from './records'

/** Where in a board some words stand, in the words of the interface. */
export const WORD_PLACES = [
  'title',
  'place',
  'purpose',
  'card',
  'story',
  'script',
  'report',
  'person',
] as const
export type WordPlace = (typeof WORD_PLACES)[number]

export interface PlacedWords {
  readonly where: WordPlace
  readonly text: string
}

/** Everything people can read in a board, what is deleted left out, the weightier places first. */
export function everyWord(doc: Y.Doc): PlacedWords[] {
  const found: PlacedWords[] = []
  const add = (where: WordPlace, ...texts: readonly string[]) => {
    for (const text of texts) if (text.trim() !== '') found.push({ where, text })
  }
  const meta = readSingleton(doc, 'meta')
  add('title', meta.title)
  add('place', meta.place)
  add('purpose', rootText(doc, 'purpose').toString())

  const cards = readAll(doc, 'cards')
  for (const { text, quote, why, link } of cards) add('card', text, quote, why, link)
  for (const { name } of readAll(doc, 'stations')) add('card', name)
  const onTheWall = new Set(cards.map(({ id }) => id))
  for (const { card, caption } of readAll(doc, 'frames')) {
    if (card !== null && onTheWall.has(card)) add('card', caption)
  }

  for (const { title, text, translation } of readAll(doc, 'stories')) {
    // Paragraph by paragraph, so that an excerpt never runs from one into the next.
    add('story', title, ...text.split('\n'), ...translation.split('\n'))
  }

  const scripts = readAll(doc, 'scripts')
  for (const { title, scene, place } of scripts) add('script', title, scene, place)
  const playing = new Set(scripts.map(({ id }) => id))
  for (const { script, name } of readAll(doc, 'characters')) {
    if (script !== null && playing.has(script)) add('script', ...Object.values(name))
  }
  for (const { script, text, translation } of readAll(doc, 'lines')) {
    if (script !== null && playing.has(script)) add('script', text, translation)
  }
  for (const { text, change } of readAll(doc, 'observations')) add('script', text, change)

  add('report', readSingleton(doc, 'report').title, rootText(doc, 'summary').toString())
  for (const { text, owner, reason } of readAll(doc, 'recommendations')) add('report', text, owner, reason)
  for (const { name, source } of readAll(doc, 'measures')) add('report', name, source)
  for (const { name, pseudonym } of readAll(doc, 'people')) add('person', name, pseudonym)
  return found
}
