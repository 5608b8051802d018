import type { Shape } from '../board/vocabulary'
import type { Box } from './box'

/** How far the corners of a rounded shape are cut back, world units. */
const ROUND = 22
const PADDING = 10

/** The line around a shape of this size, x and y in turn; closed. */
export function contourOf(shape: Shape, width: number, height: number): readonly number[] {
  const w = width
  const h = height
  switch (shape) {
    case 'rectangle':
      return [0, 0, w, 0, w, h, 0, h]
    case 'rounded':
      return roundedBox(w, h)
    case 'ellipse':
      return turned(56, (angle) => [w / 2 + (w / 2) * Math.cos(angle), h / 2 + (h / 2) * Math.sin(angle)])
    case 'diamond':
      return [w / 2, 0, w, h / 2, w / 2, h, 0, h / 2]
    case 'triangle':
      return [w / 2, 0, w, h, 0, h]
    case 'hexagon': {
      const cut = Math.min(w * 0.22, h / 2)
      return [cut, 0, w - cut, 0, w, h / 2, w - cut, h, cut, h, 0, h / 2]
    }
    case 'arrow': {
      const neck = w - headOf(w, h)
      return [0, h * 0.2, neck, h * 0.2, neck, 0, w, h / 2, neck, h, neck, h * 0.8, 0, h * 0.8]
    }
    case 'star':
      return star(w, h)
    case 'speech':
      return speech(w, h)
  }
}

/** Where words find room inside a shape of this size. */
export function roomIn(shape: Shape, width: number, height: number): Box {
  const [left, top, right, bottom] = marginsOf(shape, width, height)
  return {
    x: left + PADDING,
    y: top + PADDING,
    width: Math.max(8, width - left - right - 2 * PADDING),
    height: Math.max(8, height - top - bottom - 2 * PADDING),
  }
}

/** What a shape takes away from its box on the left, at the top, on the right and at the bottom. */
function marginsOf(shape: Shape, w: number, h: number): readonly [number, number, number, number] {
  switch (shape) {
    case 'rectangle':
    case 'rounded':
      return [0, 0, 0, 0]
    case 'ellipse':
      return [w * 0.12, h * 0.12, w * 0.12, h * 0.12]
    case 'diamond':
      return [w * 0.21, h * 0.21, w * 0.21, h * 0.21]
    case 'triangle':
      return [w * 0.23, h * 0.44, w * 0.23, 0]
    case 'hexagon': {
      const cut = Math.min(w * 0.22, h / 2) * 0.6
      return [cut, 0, cut, 0]
    }
    case 'arrow':
      return [0, h * 0.2, headOf(w, h) * 0.5, h * 0.2]
    case 'star':
      return [w * 0.25, h * 0.33, w * 0.25, h * 0.25]
    case 'speech':
      return [0, 0, 0, h - bubbleOf(h)]
  }
}

const headOf = (width: number, height: number): number => Math.min(width * 0.45, height * 0.6)

/** The height of a speech bubble without its tail. */
const bubbleOf = (height: number): number => height - Math.min(40, height * 0.24)

function turned(count: number, point: (angle: number) => readonly [number, number]): number[] {
  return Array.from({ length: count }, (_, at) => point((at / count) * 2 * Math.PI)).flat()
}

function star(w: number, h: number): number[] {
  const points = Array.from({ length: 10 }, (_, at) => {
    const angle = (at * Math.PI) / 5 - Math.PI / 2
    const reach = at % 2 === 0 ? 1 : 0.48
    return [Math.cos(angle) * reach, Math.sin(angle) * reach] as const
  })
  // A five-pointed star does not fill its square: it is stretched until it does.
  const xs = points.map(([x]) => x)
  const ys = points.map(([, y]) => y)
  const [left, right, top, bottom] = [Math.min(...xs), Math.max(...xs), Math.min(...ys), Math.max(...ys)]
  return points.flatMap(([x, y]) => [((x - left) / (right - left)) * w, ((y - top) / (bottom - top)) * h])
}

function roundedBox(w: number, h: number): number[] {
  const r = Math.min(ROUND, w / 3, h / 3)
  return [
    ...corner(w - r, r, r, -Math.PI / 2),
    ...corner(w - r, h - r, r, 0),
    ...corner(r, h - r, r, Math.PI / 2),
    ...corner(r, r, r, Math.PI),
  ]
}

function speech(w: number, h: number): number[] {
  const low = bubbleOf(h)
  const r = Math.min(ROUND, w / 3, low / 3)
  return [
    ...corner(w - r, r, r, -Math.PI / 2),
    ...corner(w - r, low - r, r, 0),
    Math.min(w - r, r + w * 0.26),
    low,
    r * 0.8,
    h,
    r + w * 0.06,
    low,
    ...corner(r, low - r, r, Math.PI / 2),
    ...corner(r, r, r, Math.PI),
  ]
}

/** A quarter of a circle in six steps. */
function corner(cx: number, cy: number, r: number, from: number): number[] {
  return Array.from({ length: 7 }, (_, at) => {
    const angle = from + (at / 6) * (Math.PI / 2)
    return [cx + r * Math.cos(angle), cy + r * Math.sin(angle)]
  }).flat()
}
