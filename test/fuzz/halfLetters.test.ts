import fc from 'fast-check'
import { expect, test } from 'vitest'
import * as Y from 'yjs'
import { addCard, writeCard } from '#shared/board/actions/cards'
import { editText } from '#shared/board/actions/cardText'
import { keepLateWords } from '#shared/board/actions/lateWords'
import { addStory, paragraphsOf, rewritePassage } from '#shared/board/actions/stories'
import { changeSingleton, readAll, readRecord } from '#shared/board/records'
import { addWritten, changeDraft, changeWritten, readWritten } from '#shared/room/writtenCards'
import { canonical, copyOf } from '../support/canonical'

/** Words that were cut between the halves of a letter, as programs do that count UTF-16 units. */
const cutWords = fc.string({
  unit: fc.constantFrom('a', ' ', '\n', 'ب', '🚪', '\ud83d', '\udeaa'),
  maxLength: 12,
})

test('whoever writes half a letter reads what everybody else reads', () => {
  fc.assert(
    fc.property(cutWords, cutWords, cutWords, (first, second, third) => {
      const doc = new Y.Doc()
      const writer = { doc, person: 'person 1', origin: null, now: () => 1 }
      changeSingleton(doc, 'meta', { title: first })
      const card = addCard(writer, { type: 'note', text: first, link: second })
      writeCard(writer, card, second)
      editText(writer, { collection: 'cards', id: card }, [{ start: 0, end: 1, words: third }])
      const place = readRecord(doc, 'cards', card)
      if (place) keepLateWords(writer, place, third, card)
      const story = addStory(writer, {
        title: first,
        language: 'en',
        paragraphs: [{ heading: 0, text: second }],
      })
      const [paragraph] = paragraphsOf(doc, story, 'text')
      if (paragraph) rewritePassage(writer, story, 'text', 0, paragraph.text.length, third)
      expect(canonical(copyOf(doc))).toBe(canonical(doc))
      expect(readAll(doc, 'cards').every(({ text }) => !/\p{Cs}/u.test(text))).toBe(true)
    }),
  )
})

test('a card written where nobody else sees it comes on the wall as it was there', () => {
  fc.assert(
    fc.property(cutWords, cutWords, (first, second) => {
      const doc = new Y.Doc()
      changeWritten(doc, addWritten(doc, first, 1), second)
      changeDraft(doc, first, 2)
      const texts = (of: Y.Doc) => readWritten(of).map(({ text }) => text)
      expect(texts(copyOf(doc))).toEqual(texts(doc))
    }),
  )
})
