import createBidi from 'bidi-js'
import type { Format } from '../board/formats'
import type { Direction, Font, Measure } from './brush'

/** A stretch of a line in one form and one direction, ready to paint. */
export interface Span {
  readonly words: string
  /** From the left edge of the line, world units. */
  readonly x: number
  readonly width: number
  readonly font: Font
  readonly direction: Direction
  /** Which letters of the text these are, in UTF-16 units. */
  readonly start: number
  readonly end: number
}

interface Piece {
  readonly start: number
  readonly end: number
  readonly bold: boolean
  readonly italic: boolean
}

const bidi = createBidi()
const JOINER = '\u200d'
const JOINING = /[\p{Script=Arabic}\p{Script=Syriac}\p{Script=Nko}\p{Script=Adlam}\p{Script=Mongolian}]/u

/** A font with the form that some letters were given. */
export function formed(font: Font, { bold, italic }: Pick<Format, 'bold' | 'italic'>): Font {
  return { ...font, weight: bold ? 600 : font.weight, ...(italic ? { italic } : {}) }
}

/** How wide the words from `start` to `end` of a text are, in their forms. */
export function widthOf(
  text: string,
  start: number,
  end: number,
  font: Font,
  formats: readonly Format[],
  measure: Measure,
): number {
  if (formats.length === 0) return measure.width(text.slice(start, end), font)
  let width = 0
  for (const piece of piecesIn(start, end, formats))
    width += measure.width(joined(text, piece.start, piece.end, start, end), formed(font, piece))
  return width
}

/**
 * The stretches of a line from left to right. `words` are the letters to paint, which begin at `start` of the
 * text; one that says more than the text, an ellipsis, has the form of what is before it.
 */
export function spansOf(
  words: string,
  start: number,
  direction: Direction,
  font: Font,
  formats: readonly Format[],
  measure: Measure,
): readonly Span[] {
  const pieces = piecesIn(start, start + words.length, formats)
  const [only] = pieces
  if (pieces.length === 1 && only) {
    const own = formed(font, only)
    const end = start + words.length
    return [{ words, x: 0, width: measure.width(words, own), font: own, direction, start, end }]
  }
  const { levels } = bidi.getEmbeddingLevels(words, direction)
  const runs = pieces.flatMap((piece) => runsOf(piece, start, levels))
  let x = 0
  return inSight(runs).map(({ from, to, level, piece }) => {
    const own = formed(font, piece)
    const shaped = joined(words, from, to, 0, words.length)
    const width = measure.width(shaped, own)
    const isRight = level % 2 === 1
    const span: Span = {
      words: shaped,
      x,
      width,
      font: own,
      direction: isRight ? 'rtl' : 'ltr',
      start: start + from,
      end: start + to,
    }
    x += width
    return span
  })
}

interface Run {
  readonly from: number
  readonly to: number
  readonly level: number
  readonly piece: Piece
}

function runsOf(piece: Piece, start: number, levels: Uint8Array): Run[] {
  const runs: Run[] = []
  let from = piece.start - start
  for (let at = from; at < piece.end - start; at++) {
    const next = at + 1
    if (next < piece.end - start && levels[next] === levels[at]) continue
    runs.push({ from, to: next, level: levels[at] ?? 0, piece })
    from = next
  }
  return runs
}

/** Runs as the eye meets them from left to right: rule L2 of the Unicode bidirectional algorithm. */
function inSight(runs: readonly Run[]): Run[] {
  const seen = [...runs]
  const highest = Math.max(0, ...runs.map(({ level }) => level))
  for (let level = highest; level > 0; level--) {
    let from = -1
    for (let at = 0; at <= seen.length; at++) {
      const isIn = (seen[at]?.level ?? -1) >= level
      if (isIn && from < 0) from = at
      if (isIn || from < 0) continue
      seen.splice(from, at - from, ...seen.slice(from, at).reverse())
      from = -1
    }
  }
  return seen
}

/** The stretches of one form between two places of a text, without gaps. */
function piecesIn(start: number, end: number, formats: readonly Format[]): Piece[] {
  const pieces: Piece[] = []
  let at = start
  const plainTo = (to: number) => {
    if (to > at) pieces.push({ start: at, end: to, bold: false, italic: false })
    at = Math.max(at, to)
  }
  for (const { start: from, end: to, bold, italic } of formats) {
    if (to <= at || from >= end) continue
    plainTo(from)
    const last = Math.min(to, end)
    pieces.push({ start: at, end: last, bold, italic })
    at = last
  }
  plainTo(end)
  return pieces
}

/** A part of a text whose letters keep joining to those beside it, which are painted apart. */
function joined(text: string, from: number, to: number, start: number, end: number): string {
  const part = text.slice(from, to)
  const joins = (at: number) => JOINING.test(text[at - 1] ?? '') && JOINING.test(text[at] ?? '')
  const before = from > start && joins(from) ? JOINER : ''
  const after = to < end && joins(to) ? JOINER : ''
  return `${before}${part}${after}`
}
