import { diffWordsWithSpace } from 'diff'
import type * as Y from 'yjs'
import { wholeLetters } from '#shared/wholeLetters'
import { anchorAt, offsetOf } from '../anchor'
import { orderAtEnd } from '../order'
import { proseOf, readAll, readRecord } from '../records'
import type { Highlight, Story } from '../schema'
import { add, change, remove, type Writer, write } from './writer'

export type StoryPart = Highlight['part']

/** A paragraph of a story; `heading` 0 is running text. */
export interface Paragraph {
  readonly heading: 0 | 1 | 2 | 3
  readonly text: string
}

export interface PlacedParagraph extends Paragraph {
  /** Offset of the first character in the story's text, in UTF-16 units. */
  readonly start: number
}

export interface NewStory
  extends Partial<Pick<Story, 'language' | 'teller' | 'collected' | 'consent' | 'translationLanguage'>> {
  /** A new one unless it is given. */
  readonly id?: string
  readonly title: string
  readonly paragraphs: readonly Paragraph[]
  readonly translation?: readonly Paragraph[]
}

/** Adds a story at the end of the list and returns its id. Newlines inside a paragraph become spaces. */
export function addStory(writer: Writer, story: NewStory): string {
  const { id: given, paragraphs, translation, ...values } = story
  return write(writer, () => {
    const order = orderAtEnd(readAll(writer.doc, 'stories'))
    const id = add(writer, 'stories', { ...values, order }, given)
    insertParagraphs(writer, id, 'text', paragraphs)
    insertParagraphs(writer, id, 'translation', translation ?? [])
    return id
  })
}

function insertParagraphs(
  writer: Writer,
  id: string,
  part: StoryPart,
  paragraphs: readonly Paragraph[],
): void {
  const text = proseOf(writer.doc, 'stories', id, part)
  if (!text) return
  text.applyDelta(
    paragraphs.map(({ heading, text: words }) => ({
      insert: `${wholeLetters(words).replace(/\s*\n\s*/g, ' ')}\n`,
      ...(heading > 0 ? { attributes: { heading } } : {}),
    })),
  )
}

/** The paragraphs of one part of a story, with their offsets. Empty when the story is missing. */
export function paragraphsOf(doc: Y.Doc, story: string, part: StoryPart): PlacedParagraph[] {
  const text = proseOf(doc, 'stories', story, part)
  const paragraphs: PlacedParagraph[] = []
  let words = ''
  let heading: Paragraph['heading'] = 0
  let start = 0
  for (const piece of (text?.toDelta() ?? []) as { insert?: unknown; attributes?: { heading?: unknown } }[]) {
    if (typeof piece.insert !== 'string') continue
    const level = piece.attributes?.heading
    for (const [at, part] of piece.insert.split('\n').entries()) {
      if (at > 0) {
        paragraphs.push({ heading, text: words, start })
        start += words.length + 1
        words = ''
        heading = 0
      }
      words += part
      if (part !== '' && (level === 1 || level === 2 || level === 3)) heading = level
    }
  }
  if (words !== '') paragraphs.push({ heading, text: words, start })
  return paragraphs
}

/**
 * Rewrites the characters from `start` to `end` (UTF-16 offsets) of a story word by word, so that
 * highlights around and between the changed words stay where they are.
 */
export function rewritePassage(
  writer: Writer,
  story: string,
  part: StoryPart,
  start: number,
  end: number,
  next: string,
): void {
  const text = proseOf(writer.doc, 'stories', story, part)
  if (!text) return
  const pieces = diffWordsWithSpace(text.toString().slice(start, end), wholeLetters(next))
  write(writer, () => {
    let at = start
    for (const { value, added, removed } of pieces) {
      if (removed) text.delete(at, value.length)
      else {
        if (added) text.insert(at, value)
        at += value.length
      }
    }
  })
}

/** Changes a story's title, language, teller, date or consent. */
export function describeStory(
  writer: Writer,
  id: string,
  values: Partial<
    Pick<Story, 'title' | 'language' | 'teller' | 'collected' | 'consent' | 'translationLanguage'>
  >,
): void {
  change(writer, 'stories', id, values)
}

/** Gives a story a translation. Ignored when it has one already: people may have marked passages in it. */
export function translateStory(
  writer: Writer,
  id: string,
  language: string,
  paragraphs: readonly Paragraph[],
): void {
  const text = proseOf(writer.doc, 'stories', id, 'translation')
  if (!text || text.length > 0) return
  write(writer, () => {
    change(writer, 'stories', id, { translationLanguage: language })
    insertParagraphs(writer, id, 'translation', paragraphs)
  })
}

/** Takes a story away; its highlights stay with it, so that putting it back brings them too. */
export function deleteStory(writer: Writer, id: string): void {
  remove(writer, 'stories', [id])
}

/**
 * Marks a passage from `start` to `end` (UTF-16 offsets) and returns the highlight's id; undefined when
 * the story is missing or the passage has no words.
 */
export function highlightPassage(
  writer: Writer,
  story: string,
  part: StoryPart,
  start: number,
  end: number,
  given: { readonly id?: string; readonly publish?: boolean } = {},
): string | undefined {
  const text = proseOf(writer.doc, 'stories', story, part)
  if (!text || text.toString().slice(start, end).trim() === '') return undefined
  const from = Math.max(0, start)
  const to = Math.min(text.length, end)
  const values = {
    story,
    part,
    start: anchorAt(text, from, 'start'),
    end: anchorAt(text, to, 'end'),
    publish: given.publish ?? true,
  }
  return add(writer, 'highlights', values, given.id)
}

export interface Passage {
  readonly start: number
  readonly end: number
  readonly quote: string
}

/** Where a highlight's words stand now; undefined when they, or their story, are gone. */
export function passageOf(doc: Y.Doc, highlight: Highlight): Passage | undefined {
  if (highlight.story === null || !highlight.start || !highlight.end) return undefined
  if (readRecord(doc, 'stories', highlight.story)?.del !== false) return undefined
  const text = proseOf(doc, 'stories', highlight.story, highlight.part)
  if (!text) return undefined
  const start = offsetOf(doc, text, highlight.start)
  const end = offsetOf(doc, text, highlight.end)
  if (start === undefined || end === undefined || end <= start) return undefined
  const quote = text.toString().slice(start, end).trim()
  return quote === '' ? undefined : { start, end, quote }
}

/** Takes highlights away. Cards that quoted them keep their own words. */
export function deleteHighlights(writer: Writer, ids: Iterable<string>): void {
  remove(writer, 'highlights', ids)
}

/** Says whether a quote may be published. */
export function allowQuote(writer: Writer, id: string, publish: boolean): void {
  change(writer, 'highlights', id, { publish })
}
