import { generateNKeysBetween } from 'fractional-indexing'
import type * as Y from 'yjs'
import { z } from 'zod'
import { addStory, highlightPassage, paragraphsOf } from '../board/actions/stories'
import { add, type Writer, write } from '../board/actions/writer'
import { changeSingleton, rootText } from '../board/records'
import { BOARD_VERSION, type Collection, type RecordOf } from '../board/schema'
import type { Stage, Tint } from '../board/vocabulary'
import { encodeInk, type InkPoint } from '../cards/ink'
import { failed, type Result, success } from '../failure'
import { directionOf } from '../language'
import { layOutWorkshop } from './layout'
import { readStoryText } from './storyText'
import { brokenReferences, type Workshop, type WorkshopCard, workshopSchema } from './workshopSchema'

export type { Workshop } from './workshopSchema'

export const WORKSHOP_KINDS: Readonly<
  Record<WorkshopCard['kind'], { readonly tint: Tint; readonly stage: Stage }>
> = {
  theme: { tint: 'sand', stage: 'insights' },
  insight: { tint: 'lemon', stage: 'insights' },
  howMightWe: { tint: 'lilac', stage: 'ideas' },
  idea: { tint: 'mint', stage: 'ideas' },
  storyboard: { tint: 'white', stage: 'prototype' },
  note: { tint: 'white', stage: 'insights' },
}

/** Reads a workshop file: `notADocument` (with what is wrong in `detail`) when it is none or does not hold together. */
export function parseWorkshop(json: unknown): Result<Workshop> {
  const parsed = workshopSchema.safeParse(json)
  if (!parsed.success) return failed('notADocument', z.prettifyError(parsed.error))
  const problems = brokenReferences(parsed.data)
  return problems.length > 0 ? failed('notADocument', problems.join('; ')) : success(parsed.data)
}

/**
 * Fills an empty board with a workshop, in one transaction, with the ids of the file; everything is made
 * at `now` (ms since 1970). `readText` gives a story's file. Throws when a quote does not stand exactly
 * once in its story: then the workshop's files do not belong together.
 */
export function buildWorkshop(
  doc: Y.Doc,
  workshop: Workshop,
  readText: (file: string) => string,
  now: number,
): void {
  const writer: Writer = { doc, person: '', origin: 'workshop', now: () => now }
  write(writer, () => {
    changeSingleton(doc, 'meta', {
      version: BOARD_VERSION,
      title: workshop.title,
      place: workshop.place,
      date: workshop.date,
      language: workshop.language,
      stage: workshop.stage,
      made: { by: '', at: now },
    })
    changeSingleton(doc, 'report', { title: workshop.report.title, without: [] })
    rootText(doc, 'purpose').insert(0, workshop.purpose)
    rootText(doc, 'summary').insert(0, workshop.report.summary)
    for (const { id, ...person } of workshop.people) add(writer, 'people', person, id)
    const quotes = buildStories(writer, workshop, readText)
    buildCards(writer, workshop, quotes)
    buildScripts(writer, workshop)
    addInOrder(
      writer,
      'observations',
      workshop.observations.map(({ by, ...observation }) => ({
        ...observation,
        line: observation.line ?? null,
        made: { by: by ?? '', at: now },
      })),
    )
    for (const { card, by } of workshop.votes)
      add(writer, 'votes', { card, by, made: { by, at: now } }, `${card}:${by}`)
    addInOrder(writer, 'measures', workshop.measures)
    addInOrder(writer, 'recommendations', workshop.recommendations)
  })
}

/** The quotes by highlight. */
function buildStories(
  writer: Writer,
  workshop: Workshop,
  readText: (file: string) => string,
): Map<string, string> {
  for (const { file, translation, teller, ...story } of workshop.stories) {
    addStory(writer, {
      ...story,
      teller: teller ?? null,
      paragraphs: readStoryText(readText(file)),
      ...(translation
        ? {
            translationLanguage: translation.language,
            translation: readStoryText(readText(translation.file)),
          }
        : {}),
    })
  }
  const quotes = new Map<string, string>()
  for (const { id, story, part, quote, publish } of workshop.highlights) {
    const places = paragraphsOf(writer.doc, story, part).flatMap(({ text, start }) =>
      occurrences(text, quote).map((at) => start + at),
    )
    const [start] = places
    if (start === undefined || places.length > 1)
      throw new Error(`the quote of ${id} stands ${places.length} times in the ${part} of ${story}: ${quote}`)
    highlightPassage(writer, story, part, start, start + quote.length, { id, publish })
    quotes.set(id, quote)
  }
  return quotes
}

function occurrences(text: string, words: string): number[] {
  const places: number[] = []
  for (let at = text.indexOf(words); at !== -1; at = text.indexOf(words, at + 1)) places.push(at)
  return places
}

function buildCards(
  writer: Writer,
  { cards, columns, language }: Workshop,
  quotes: ReadonlyMap<string, string>,
): void {
  const places = layOutWorkshop(cards, ({ highlight }) => quotes.get(highlight ?? '') ?? '', {
    columns,
    mirrors: directionOf(language) === 'rtl',
  })
  // Themes lie under their cards.
  const layers = [
    ...cards.filter(({ kind }) => kind === 'theme'),
    ...cards.filter(({ kind }) => kind !== 'theme'),
  ]
  const layerKeys = new Map(
    zip(
      layers.map(({ id }) => id),
      generateNKeysBetween(null, null, layers.length),
    ),
  )
  addInOrder(
    writer,
    'cards',
    cards.map(({ kind, by, frames, ...card }) => {
      const { x, y, width, height } = places.get(card.id) ?? { x: 0, y: 0, width: 240, height: 160 }
      return {
        ...card,
        type: kind,
        tint: card.tint ?? WORKSHOP_KINDS[kind].tint,
        stage: WORKSHOP_KINDS[kind].stage,
        pos: [Math.round(x), Math.round(y)] as const,
        size: [Math.round(width), Math.round(height), 0] as const,
        z: layerKeys.get(card.id) ?? '',
        highlight: card.highlight ?? null,
        theme: card.theme ?? null,
        made: { by: by ?? '', at: writer.now() },
      }
    }),
  )
  for (const card of cards) {
    const frames = (card.frames ?? []).map(({ caption, strokes }, at) => ({
      id: `${card.id}-frame-${at + 1}`,
      card: card.id,
      caption,
      strokes,
    }))
    addInOrder(
      writer,
      'frames',
      frames.map(({ strokes, ...frame }) => frame),
    )
    for (const { id, strokes } of frames) {
      for (const [at, { tint, points }] of strokes.entries())
        add(
          writer,
          'strokes',
          { frame: id, tint, ink: encodeInk(inkPoints(points)) },
          `${id}-stroke-${at + 1}`,
        )
    }
  }
}

function inkPoints(numbers: readonly number[]): InkPoint[] {
  const points: InkPoint[] = []
  for (let at = 0; at + 2 < numbers.length; at += 3)
    points.push([numbers[at] ?? 0, numbers[at + 1] ?? 0, numbers[at + 2] ?? 0])
  return points
}

function buildScripts(writer: Writer, { scripts }: Workshop): void {
  addInOrder(
    writer,
    'scripts',
    scripts.map(({ cast, lines, ...script }) => script),
  )
  for (const { id: script, languages, cast, lines } of scripts) {
    addInOrder(
      writer,
      'characters',
      cast.map((character) => ({ ...character, script })),
    )
    const [first = 'en', second] = languages
    addInOrder(
      writer,
      'lines',
      lines.map(({ character, text, ...line }) => ({
        ...line,
        script,
        character: character ?? null,
        text: text[first] ?? '',
        translation: second === undefined ? '' : (text[second] ?? ''),
      })),
    )
  }
}

type Given<C extends Collection> = Partial<Omit<RecordOf<C>, 'id' | 'order'>> & { readonly id: string }

/** Adds records in the order given; collections without an order ignore it. */
function addInOrder<C extends Collection>(writer: Writer, collection: C, records: readonly Given<C>[]): void {
  const keys = generateNKeysBetween(null, null, records.length)
  for (const [{ id, ...values }, order] of zip(records, keys))
    add(writer, collection, { ...values, order } as Partial<Omit<RecordOf<C>, 'id'>>, id)
}

function zip<A, B>(left: readonly A[], right: readonly B[]): [A, B][] {
  return left.slice(0, right.length).map((item, at) => [item, right[at] as B])
}
