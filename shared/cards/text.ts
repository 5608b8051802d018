import type { Brush, Direction, Font, Measure } from './brush'

export interface TextLine {
  readonly words: string
  readonly direction: Direction
  /** World units. */
  readonly width: number
}

export interface TextBlock {
  readonly lines: readonly TextLine[]
  readonly font: Font
  readonly lineHeight: number
  /** World units. */
  readonly height: number
  /** True when the words did not fit even at the smallest size; the last line ends in an ellipsis. */
  readonly isCut: boolean
}

export const LINE_HEIGHT = 1.3
/** CSS pixels below which letters are painted as bars. */
export const LEGIBLE = 4

const RIGHT_TO_LEFT =
  /[\p{Script=Arabic}\p{Script=Hebrew}\p{Script=Syriac}\p{Script=Thaana}\p{Script=Nko}\p{Script=Adlam}]/u

/** The direction of a paragraph by its first strong character; `otherwise` when it has none. */
export function textDirection(paragraph: string, otherwise: Direction = 'ltr'): Direction {
  const strong = /\p{L}/u.exec(paragraph)?.[0]
  if (strong === undefined) return otherwise
  return RIGHT_TO_LEFT.test(strong) ? 'rtl' : 'ltr'
}

// Chinese, Japanese and Korean may break between any two characters.
const PIECES =
  /[\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}]\s*|[^\s\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}]+\s*|\s+/gu

/** Breaks text into lines no wider than `width` world units. Words that are wider are broken too. */
export function wrapText(text: string, width: number, font: Font, measure: Measure): TextLine[] {
  const lines: TextLine[] = []
  let direction: Direction = 'ltr'
  for (const paragraph of text.split('\n')) {
    direction = textDirection(paragraph, direction)
    let line = ''
    let used = 0
    const end = () => {
      const words = line.trimEnd()
      lines.push({ words, direction, width: Math.min(used, width) })
      line = ''
      used = 0
    }
    for (const piece of paragraph.match(PIECES) ?? []) {
      const word = piece.trimEnd()
      const wide = measure.width(word, font)
      if (line !== '' && used + wide > width) end()
      if (wide > width) {
        for (const part of brokenWord(word, width, font, measure)) {
          if (line !== '') end()
          line = part
          used = measure.width(part, font)
        }
        continue
      }
      line += piece
      used +=
        piece.length === word.length ? wide : wide + (piece.length - word.length) * spaceOf(font, measure)
    }
    end()
  }
  return lines
}

const spaceOf = (font: Font, measure: Measure): number => measure.width(' ', font)

function* brokenWord(word: string, width: number, font: Font, measure: Measure): Generator<string> {
  let part = ''
  for (const letter of word) {
    if (part !== '' && measure.width(part + letter, font) > width) {
      yield part
      part = ''
    }
    part += letter
  }
  if (part !== '') yield part
}

/** Lays text out at the largest of `sizes` (falling) at which it fits, else at the last, cut to the height. */
export function fitText(
  text: string,
  width: number,
  height: number,
  sizes: readonly number[],
  font: Omit<Font, 'size'>,
  measure: Measure,
): TextBlock {
  let lines: TextLine[] = []
  let size = sizes[sizes.length - 1] ?? 16
  for (const candidate of sizes) {
    size = candidate
    lines = wrapText(text, width, { ...font, size }, measure)
    if (lines.length * size * LINE_HEIGHT <= height) break
  }
  const lineHeight = size * LINE_HEIGHT
  const most = Math.max(1, Math.floor((height + 0.01) / lineHeight))
  const isCut = lines.length > most
  if (isCut) {
    const last = lines[most - 1]
    lines = lines.slice(0, most)
    if (last) lines[most - 1] = { ...last, words: `${last.words.replace(/[\s.,;:،؛]+$/u, '')}…` }
  }
  return { lines, font: { ...font, size }, lineHeight, height: lines.length * lineHeight, isCut }
}

/** Paints a block whose top left corner is (x, y), each line by its own direction. */
export function paintText(
  brush: Brush,
  block: TextBlock,
  x: number,
  y: number,
  width: number,
  colour: string,
): void {
  const rise = block.lineHeight / 2 + block.font.size * 0.34
  let top = y
  for (const line of block.lines) {
    if (line.words !== '')
      brush.text(
        line.words,
        line.direction === 'rtl' ? x + width : x,
        top + rise,
        block.font,
        colour,
        line.direction,
      )
    top += block.lineHeight
  }
}

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
