import type { Card } from '../board/schema'
import { type Box, contains, grown, moved, type Point, unionOf } from './box'
import type { Brush } from './brush'
import { middleOf, outside, reversed, routeOf, shortened } from './connectorRoute'
import type { CardKind, Details, Drawable, PaintContext, TextArea } from './kind'
import { distanceToLine, pointAt } from './polyline'
import { isLegible, layOut, paintArea } from './sheet'

const THICK = 2.5
const HEAD = 15
const SIZES = [16, 15, 14, 13, 12] as const
const WIDEST = 190
const MOST_LINES = 4
/** Room between a label and the two ends of the line that stop before it. */
const GAP = 6

/** A connector's line and the box of its label, in the world. */
interface Path {
  readonly line: readonly number[]
  readonly label: Box
}

/** A line from one card to another, or to a point of the wall, with a label in its middle. */
export const connector: CardKind = {
  type: 'connector',
  size: [1, 1],
  smallest: [1, 1],
  resizes: false,
  isWritten: true,
  isBare: true,
  isMark: true,
  isLine: true,
  place(card, details) {
    const { line, label } = pathOf(card, details)
    const box = grown(unionOf([extentOf(line), ...(card.text === '' ? [] : [label])]) ?? label, HEAD / 2)
    return { ...box, rotation: 0 }
  },
  hit(drawable, [x, y], reach) {
    const { place, card, details } = drawable
    const point: Point = [place.x + x, place.y + y]
    const { line, label } = pathOf(card, details)
    const isOn = distanceToLine(line, point) <= Math.max(THICK, reach)
    return isOn || (card.text !== '' && contains(label, point)) ? { name: 'body' } : null
  },
  textArea({ place, card, details }) {
    return {
      ...moved(pathOf(card, details).label, [-place.x, -place.y]),
      text: card.text,
      font: { face: 'card', weight: 400 },
      sizes: SIZES,
      isCentred: true,
    }
  },
  paint(brush, drawable, context) {
    const { place } = drawable
    brush.within(-place.x, -place.y, 0, 1, () => paintLine(brush, drawable, context))
    const area = connector.textArea(drawable, context)
    if (area) paintArea(brush, drawable, area, context, context.colours.ink)
  },
}

/** The line of a connector through the world, for marks over it; x and y in turn. */
export const lineOf = ({ card, details }: Drawable): readonly number[] => pathOf(card, details).line

const paths = new WeakMap<Card, { readonly details: Details; readonly path: Path }>()

/** Painting, hitting and writing all ask for the same path. */
function pathOf(card: Card, details: Details): Path {
  const known = paths.get(card)
  if (known?.details === details) return known.path
  const line = routeOf(card, details)
  const path = { line, label: labelBox(card.text, middleOf(line)) }
  paths.set(card, { details, path })
  return path
}

function extentOf(line: readonly number[]): Box {
  let [left, top, right, bottom] = [line[0] ?? 0, line[1] ?? 0, line[0] ?? 0, line[1] ?? 0]
  for (let at = 2; at + 1 < line.length; at += 2) {
    const [x, y] = [line[at] ?? 0, line[at + 1] ?? 0]
    left = Math.min(left, x)
    right = Math.max(right, x)
    top = Math.min(top, y)
    bottom = Math.max(bottom, y)
  }
  return { x: left, y: top, width: right - left, height: bottom - top }
}

/** Room for the label, reckoned from its letters alone: only a painter can measure. */
function labelBox(text: string, [x, y]: Point): Box {
  const size = SIZES[0]
  const longest = Math.max(8, ...text.split('\n').map(lengthOf))
  const width = Math.min(WIDEST, Math.max(72, longest * size * 0.56 + 12))
  const lines = text
    .split('\n')
    .reduce((sum, part) => sum + Math.ceil((lengthOf(part) * size * 0.6) / width || 1), 0)
  const height = Math.min(MOST_LINES, Math.max(1, lines)) * size * 1.3
  return { x: x - width / 2, y: y - height / 2, width, height }
}

/** In letters of usual width; those of East Asia are twice as wide. */
function lengthOf(text: string): number {
  let length = 0
  for (const letter of text) length += letter > '⺀' ? 1.9 : 1
  return length
}

function paintLine(brush: Brush, drawable: Drawable, context: PaintContext): void {
  const { card } = drawable
  const { colours, scale } = context
  const colour = card.tint === 'white' ? colours.ink2 : colours.tints[card.tint].edge
  // An overview would lose a thin line between its pixels.
  const thick = Math.max(THICK, Math.min(12, 1.2 / scale))
  const head = Math.max(HEAD, thick * 3)
  const { line } = pathOf(card, drawable.details)
  const atStart = card.heads === 'start' || card.heads === 'both'
  const atEnd = card.heads === 'end' || card.heads === 'both'
  let shaft: readonly number[] = line
  if (atEnd) shaft = shortened(shaft, head * 0.8)
  if (atStart) shaft = reversed(shortened(reversed(shaft), head * 0.8))
  const gap = gapOf(drawable, context)
  for (const piece of gap ? outside(shaft, gap) : [shaft]) brush.line(piece, colour, thick)
  if (atEnd) paintHead(brush, line, head, colour)
  if (atStart) paintHead(brush, reversed(line), head, colour)
}

function paintHead(brush: Brush, line: readonly number[], size: number, colour: string): void {
  const [x, y] = pointAt(line, -1)
  const [fx, fy] = pointAt(shortened(line, size), -1)
  const length = Math.hypot(x - fx, y - fy)
  if (length === 0) return
  const [ux, uy] = [(x - fx) / length, (y - fy) / length]
  const [bx, by] = [x - ux * size, y - uy * size]
  const half = size * 0.42
  brush.shape([x, y, bx - uy * half, by + ux * half, bx + uy * half, by - ux * half], colour)
}

/** The part of the line that makes way for the label; undefined when there is none. */
function gapOf(drawable: Drawable, context: PaintContext): Box | undefined {
  const { card, details } = drawable
  const isEdited = context.editing === drawable.id
  if (card.text === '' && !isEdited) return undefined
  const { label } = pathOf(card, details)
  const area = connector.textArea(drawable, context)
  if (isEdited || !area) return grown(label, GAP)
  if (!isLegible(SIZES[1], context)) {
    const width = Math.min(label.width, lengthOf(card.text) * SIZES[0] * 0.5)
    return grown({ ...label, x: label.x + (label.width - width) / 2, width }, GAP)
  }
  return grown(around(label, area, drawable, context), GAP)
}

function around(label: Box, area: TextArea, drawable: Drawable, context: PaintContext): Box {
  const block = layOut(drawable, area, context)
  const width = Math.max(...block.lines.map((line) => line.width))
  const [x, y] = [label.x + label.width / 2, label.y + label.height / 2]
  return { x: x - width / 2, y: y - block.height / 2, width, height: block.height }
}
