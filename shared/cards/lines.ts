import { type Format, PLAIN } from '../board/formats'
import { lettersOf, piecesOf } from './breaks'
import type { Direction, Font, Measure } from './brush'
import { isUrdu, textDirection } from './direction'
import { createCounting, listMark } from './listMarks'
import { type Span, spansOf, widthOf } from './spans'

export interface TextLine {
  readonly words: string
  /** Where the line begins in the text, UTF-16 units. */
  readonly start: number
  readonly direction: Direction
  /** World units, like all below. */
  readonly width: number
  readonly height: number
  /** How far in the words begin: lines of a list stand under the words of their first line. */
  readonly indent: number
  /** Of words without a form. */
  readonly font: Font
  /** What it begins with as an item of a list, where that is not what was written. */
  readonly mark?: string
  /** From left to right; left out where all words are plain. */
  readonly spans?: readonly Span[]
}

/** Height of a line, in sizes of its letters. Nastaliq hangs its words on a slope. */
export const LINE_HEIGHT = 1.3
export const URDU_HEIGHT = 2.1

/** Breaks text into lines no wider than `width` world units. Words that are wider are broken too. */
export function wrapText(
  text: string,
  width: number,
  font: Font,
  measure: Measure,
  formats: readonly Format[] = PLAIN,
): TextLine[] {
  const lines: TextLine[] = []
  let direction: Direction = 'ltr'
  let start = 0
  const shownMark = createCounting()
  for (const paragraph of text.split('\n')) {
    direction = textDirection(paragraph, direction)
    const face = isUrdu(paragraph, text) ? { ...font, face: 'urdu' as const } : font
    const wide = (from: number, to: number) => widthOf(text, from, to, face, formats, measure)
    const mark = listMark(paragraph)
    const hang = mark === '' ? 0 : Math.min(width / 2, wide(start, start + mark.length))
    const shown = shownMark(paragraph)
    for (const { from, to, indent, used } of breakParagraph(paragraph, start, width, hang, wide)) {
      const words = text.slice(from, to).trimEnd()
      if (from === start && shown !== mark) {
        const counted = `${shown}${words.slice(mark.length)}`
        // Every letter after the mark keeps the form that it has in the text.
        const at = from + mark.length - shown.length
        const line = lineOf(counted, at, direction, indent, face, formats, measure)
        lines.push({ ...line, start: from, mark: shown })
      } else lines.push(lineOf(words, from, direction, indent, face, formats, measure, used))
    }
    start += paragraph.length + 1
  }
  return lines
}

/** A line of words that begin at `start` of a text with these formats. */
export function lineOf(
  words: string,
  start: number,
  direction: Direction,
  indent: number,
  font: Font,
  formats: readonly Format[],
  measure: Measure,
  /** How wide they are when none of them has a form. */
  plainWidth?: number,
): TextLine {
  const height = font.size * (font.face === 'urdu' ? URDU_HEIGHT : LINE_HEIGHT)
  const line = { words, start, direction, height, indent, font }
  const end = start + words.length
  if (!formats.some((each) => each.start < end && each.end > start))
    return { ...line, width: plainWidth ?? measure.width(words, font) }
  const spans = spansOf(words, start, direction, font, formats, measure)
  return { ...line, spans, width: spans.reduce((sum, each) => sum + each.width, 0) }
}

interface Stretch {
  readonly from: number
  readonly to: number
  readonly indent: number
  /** World units, without the spaces at its end. */
  readonly used: number
}

function* breakParagraph(
  paragraph: string,
  start: number,
  width: number,
  hang: number,
  wide: (from: number, to: number) => number,
): Generator<Stretch> {
  let from = start
  let at = start
  let used = 0
  let spaces = 0
  let indent = 0
  const end = (): Stretch => {
    const stretch = { from, to: at, indent, used }
    from = at
    used = 0
    spaces = 0
    indent = hang
    return stretch
  }
  for (const piece of piecesOf(paragraph)) {
    const word = piece.trimEnd().length
    const across = wide(at, at + word)
    if (from < at && used + spaces + across > width - indent) yield end()
    if (across > width - indent) {
      for (const letter of lettersOf(piece.slice(0, word))) {
        if (from < at && wide(from, at + letter.length) > width - indent) yield end()
        at += letter.length
      }
      used = wide(from, at)
      spaces = 0
    } else {
      at += word
      used += spaces + across
      spaces = 0
    }
    if (piece.length > word) spaces += wide(at, at + piece.length - word)
    at += piece.length - word
  }
  yield end()
}
