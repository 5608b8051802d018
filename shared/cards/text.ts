import { type Format, PLAIN } from '../board/formats'
import { lettersOf } from './breaks'
import type { Brush, Font, Measure } from './brush'
import { textDirection } from './direction'
import { LINE_HEIGHT, lineOf, type TextLine, wrapText } from './lines'

export { textDirection } from './direction'
export { LINE_HEIGHT, type TextLine, wrapText } from './lines'

export interface TextBlock {
  readonly lines: readonly TextLine[]
  readonly font: Font
  /** World units. */
  readonly height: number
  /** True when the words did not fit even at the smallest size; the last line ends in an ellipsis. */
  readonly isCut: boolean
}

/** CSS pixels below which letters are painted as bars. */
export const LEGIBLE = 4

/** The largest of `sizes` (falling) at which text fits, else the last, with all of its lines. */
export function layText(
  text: string,
  width: number,
  height: number,
  sizes: readonly number[],
  font: Omit<Font, 'size'>,
  measure: Measure,
  formats: readonly Format[] = PLAIN,
): TextBlock {
  let size = sizes[sizes.length - 1] ?? 16
  let lines: TextLine[] = []
  let tall = 0
  for (const candidate of sizes) {
    size = candidate
    lines = wrapText(text, width, { ...font, size }, measure, formats)
    tall = heightOf(lines)
    if (tall <= height + 0.01) break
  }
  return { lines, font: { ...font, size }, height: tall, isCut: false }
}

/** Lays text out at the largest of `sizes` (falling) at which it fits, else at the last, cut to the height. */
export function fitText(
  text: string,
  width: number,
  height: number,
  sizes: readonly number[],
  font: Omit<Font, 'size'>,
  measure: Measure,
  formats: readonly Format[] = PLAIN,
): TextBlock {
  const block = layText(text, width, height, sizes, font, measure, formats)
  if (block.height <= height + 0.01) return block
  const shown: TextLine[] = []
  let tall = 0
  for (const line of block.lines) {
    if (shown.length > 0 && tall + line.height > height + 0.01) break
    shown.push(line)
    tall += line.height
  }
  if (shown.length === block.lines.length) return block
  const last = shown.pop()
  if (last) shown.push(cutShort(last, width, formats, measure))
  return { ...block, lines: shown, height: tall, isCut: true }
}

const heightOf = (lines: readonly TextLine[]): number => lines.reduce((sum, { height }) => sum + height, 0)

/** The line with an ellipsis at its end, within the width. */
function cutShort(line: TextLine, width: number, formats: readonly Format[], measure: Measure): TextLine {
  const letters = lettersOf(line.words.replace(/[\s.,;:،؛。、]+$/u, ''))
  for (;;) {
    const words = `${letters.join('')}…`
    const cut = lineOf(words, line.start, line.direction, line.indent, line.font, formats, measure)
    if (cut.width <= width - line.indent || letters.length === 0) return cut
    letters.pop()
  }
}

/** Paints a block whose top left corner is (x, y), each line by its own direction or in the middle. */
export function paintText(
  brush: Brush,
  block: TextBlock,
  x: number,
  y: number,
  width: number,
  colour: string,
  isCentred = false,
): void {
  let top = y
  for (const { words, direction, indent: hang, spans, font, height, width: wide } of block.lines) {
    const baseline = top + height / 2 + font.size * BASELINE[font.face]
    const isRight = direction === 'rtl'
    const indent = isCentred ? hang + (width - hang - wide) / 2 : hang
    if (spans) {
      const left = isRight ? x + width - indent - wide : x + indent
      for (const span of spans)
        brush.text(
          span.words,
          left + span.x + (span.direction === 'rtl' ? span.width : 0),
          baseline,
          span.font,
          colour,
          span.direction,
        )
    } else if (words !== '')
      brush.text(words, isRight ? x + width - indent : x + indent, baseline, font, colour, direction)
    top += height
  }
}

/** How far below the middle of its line a face stands, in sizes of its letters. */
const BASELINE: Readonly<Record<Font['face'], number>> = { card: 0.34, reading: 0.34, urdu: 0.34 }

/**
 * Paints where the words would be as bars, from the number of letters alone: nothing is measured, so that
 * an overview of thousands of cards costs next to nothing.
 */
export function paintBars(
  brush: Brush,
  text: string,
  x: number,
  y: number,
  width: number,
  height: number,
  size: number,
  colour: string,
): void {
  if (text === '') return
  const perLine = Math.max(1, Math.floor(width / (size * 0.5)))
  const lineHeight = size * LINE_HEIGHT
  const lines = Math.min(Math.ceil(text.length / perLine), Math.max(1, Math.floor(height / lineHeight)))
  const isRight = textDirection(text.slice(0, 40)) === 'rtl'
  const lastWidth = width * Math.max(0.2, (text.length % perLine) / perLine)
  for (let line = 0; line < lines; line++) {
    const wide = line === lines - 1 && text.length <= lines * perLine ? lastWidth : width * 0.94
    brush.box(isRight ? x + width - wide : x, y + (line + 0.25) * lineHeight, wide, size * 0.55, 0, colour)
  }
}
