import { decodeInk } from '#shared/cards/ink'
import { FRAME_PEN_WIDTH, outlineOf } from '#shared/cards/inkShape'
import { FRAME_SIZE } from '#shared/cards/storyboard'
import { escaped, type Markup } from './markup'

const COLOURS: Readonly<Record<string, string>> = { ink: '#1d1b16', accent: '#0f5c57', danger: '#a32014' }

/** A frame's drawing as an inline SVG picture, named by `name` for whoever cannot see it. */
export function drawing(
  strokes: readonly { readonly ink: Uint8Array; readonly tint: string }[],
  name: string,
): Markup {
  const [width, height] = FRAME_SIZE
  const paths = strokes.map(({ ink, tint }) => {
    const path = strokePath(ink)
    return path === '' ? '' : `<path fill="${COLOURS[tint] ?? COLOURS.ink}" d="${path}"/>`
  })
  return {
    markup: `<svg viewBox="0 0 ${width} ${height}" role="img" aria-label="${escaped(name)}">${paths.join('')}</svg>`,
  }
}

/** The outline of a packed stroke as SVG path data in frame units; empty when nothing can be drawn. */
export function strokePath(ink: Uint8Array): string {
  const outline = outlineOf(decodeInk(ink), FRAME_PEN_WIDTH)
  return outline.length < 4 ? '' : pathOf(outline)
}

function pathOf(outline: Float64Array): string {
  let path = 'M'
  for (let at = 0; at + 1 < outline.length; at += 2)
    path += `${at === 0 ? '' : 'L'}${short(outline[at])} ${short(outline[at + 1])}`
  return `${path}Z`
}

const short = (value: number | undefined): string => String(Math.round((value ?? 0) * 10) / 10)
