import type { Brush } from './brush'
import type { Colours } from './colours'

/**
 * The signs of stamps and reactions. They are drawn here and not taken from an emoji font: many machines in a
 * room have none, and would show a box.
 */
export const SIGNS = [
  'heart',
  'thumb',
  'star',
  'bulb',
  'smile',
  'worry',
  'question',
  'exclamation',
  'tick',
  'flag',
] as const
export type Sign = (typeof SIGNS)[number]

/** What people may answer a card with: few enough to choose from without looking for one. */
export const REACTION_SIGNS = SIGNS.slice(0, 8)

/** The sign with this name; undefined for one of a newer version. */
export const signOf = (name: string): Sign | undefined => SIGNS.find((sign) => sign === name)

export type SignBrush = Pick<Brush, 'disc' | 'shape' | 'line'>

/** Draws in a square from -10 to 10, which `Pencil` puts in its place. */
interface Pencil {
  readonly colours: Colours
  fill(points: readonly number[], colour: string): void
  edge(points: readonly number[], colour: string, width?: number): void
  disc(x: number, y: number, radius: number, colour: string): void
}

/** Draws a sign of `size` world units around a point. */
export function drawSign(
  brush: SignBrush,
  sign: Sign,
  x: number,
  y: number,
  size: number,
  colours: Colours,
): void {
  const scale = size / 20
  const placed = (points: readonly number[]) =>
    points.map((value, at) => value * scale + (at % 2 === 0 ? x : y))
  DRAWINGS[sign]({
    colours,
    fill: (points, colour) => brush.shape(placed(points), colour),
    edge: (points, colour, width = 1.6) => brush.line(placed(points), colour, width * scale),
    disc: (cx, cy, radius, colour) => brush.disc(cx * scale + x, cy * scale + y, radius * scale, colour),
  })
}

/** Points on an arc, from one angle to another in degrees; 0 is to the right and 90 down. */
function arc(cx: number, cy: number, radius: number, from: number, to: number, steps = 20): number[] {
  return Array.from({ length: steps + 1 }, (_, at) => {
    const turn = ((from + ((to - from) * at) / steps) * Math.PI) / 180
    return [cx + radius * Math.cos(turn), cy + radius * Math.sin(turn)]
  }).flat()
}

const closed = (points: readonly number[]): number[] => [...points, ...points.slice(0, 2)]

const HEART = Array.from({ length: 48 }, (_, at) => {
  const t = (at / 48) * Math.PI * 2
  const down = 13 * Math.cos(t) - 5 * Math.cos(2 * t) - 2 * Math.cos(3 * t) - Math.cos(4 * t)
  return [0.56 * 16 * Math.sin(t) ** 3, -0.56 * down - 1]
}).flat()

const STAR = Array.from({ length: 10 }, (_, at) => {
  const turn = (at * 36 - 90) * (Math.PI / 180)
  const radius = at % 2 === 0 ? 9.5 : 4.2
  return [radius * Math.cos(turn), radius * Math.sin(turn) + 0.6]
}).flat()

const HAND = [
  [-3.5, 8],
  [-3.5, -0.5],
  [0, -4],
  [0.6, -8],
  [2.2, -9],
  [3.8, -8],
  [4, -5.5],
  [3, -2],
  [7.6, -2],
  [8.8, -0.8],
  [8.4, 0.8],
  [8.6, 2.4],
  [7.8, 3.6],
  [7.8, 5.2],
  [6.8, 6.2],
  [6.6, 7.4],
  [5.2, 8.2],
].flat()

const CUFF = [-9, -0.5, -5.6, -0.5, -5.6, 8.2, -9, 8.2]

function face(pencil: Pencil): string {
  const { fill, edge } = pencil.colours.tints.lemon
  pencil.disc(0, 0, 9.4, edge)
  pencil.disc(0, 0, 8, fill)
  pencil.disc(-3, -2.2, 1.3, pencil.colours.ink)
  pencil.disc(3, -2.2, 1.3, pencil.colours.ink)
  return pencil.colours.ink
}

function outlined(pencil: Pencil, points: readonly number[], fill: string, edge: string): void {
  pencil.fill(points, fill)
  pencil.edge(closed(points), edge)
}

const DRAWINGS: Readonly<Record<Sign, (pencil: Pencil) => void>> = {
  heart: (pencil) => pencil.fill(HEART, pencil.colours.tints.rose.edge),
  thumb(pencil) {
    const { fill, edge } = pencil.colours.tints.peach
    outlined(pencil, HAND, fill, edge)
    pencil.fill(CUFF, edge)
  },
  star(pencil) {
    const { fill, edge } = pencil.colours.tints.lemon
    outlined(pencil, STAR, fill, edge)
  },
  bulb(pencil) {
    const { fill, edge } = pencil.colours.tints.lemon
    const glass = [...arc(0, -2.6, 6.4, 125, 415), 2.6, 4.4, -2.6, 4.4]
    outlined(pencil, glass, fill, edge)
    pencil.edge([-2.6, 6.6, 2.6, 6.6], edge, 1.8)
    pencil.edge([-1.4, 8.9, 1.4, 8.9], edge, 1.8)
  },
  smile: (pencil) => pencil.edge(arc(0, 0.6, 4.8, 20, 160), face(pencil)),
  worry: (pencil) => pencil.edge(arc(0, 7.4, 4.8, 220, 320), face(pencil)),
  question(pencil) {
    const { edge } = pencil.colours.tints.sky
    pencil.edge([...arc(0, -3.6, 4.6, 185, 405), 0.4, 1.6, 0, 3.4], edge, 3)
    pencil.disc(0, 7.8, 1.9, edge)
  },
  exclamation(pencil) {
    const { edge } = pencil.colours.tints.rose
    pencil.fill([-2.4, -9, 2.4, -9, 1.3, 4, -1.3, 4], edge)
    pencil.disc(0, 7.4, 2.1, edge)
  },
  tick: (pencil) => pencil.edge([-7, 0.6, -2, 6, 7.4, -6], pencil.colours.tints.mint.edge, 3.4),
  flag(pencil) {
    const { edge } = pencil.colours.tints.lilac
    pencil.fill([-5, -8.6, 8, -4.4, -5, 0.2], edge)
    pencil.edge([-5.6, -8.6, -5.6, 9], pencil.colours.ink2, 1.8)
  },
}
