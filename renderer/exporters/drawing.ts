import { LIGHT } from '#shared/cards/colours'
import { decodeInk } from '#shared/cards/ink'
import { inkColour } from '#shared/cards/inkPaint'
import { frameInkWidth, outlineOf } from '#shared/cards/inkShape'
import { FRAME_SIZE } from '#shared/cards/storyboard'
import type { ReportStroke } from '#shared/report/reportModel'
import { escaped, type Markup } from './markup'

/** A frame's drawing as an inline SVG picture, named by `name` for whoever cannot see it. */
export function drawing(strokes: readonly ReportStroke[], name: string): Markup {
  const [width, height] = FRAME_SIZE
  const paths = strokes.map((stroke) => {
    const path = strokePath(stroke)
    if (path === '') return ''
    const blend = stroke.pen === 'highlighter' ? ' style="mix-blend-mode:multiply"' : ''
    return `<path fill="${inkColour(stroke, LIGHT)}"${blend} d="${path}"/>`
  })
  return {
    markup: `<svg viewBox="0 0 ${width} ${height}" role="img" aria-label="${escaped(name)}">${paths.join('')}</svg>`,
  }
}

/** The outline of a packed stroke as SVG path data in frame units; empty when nothing can be drawn. */
export function strokePath({ ink, pen, nib }: Omit<ReportStroke, 'tint'>): string {
  const outline = outlineOf(decodeInk(ink), frameInkWidth({ pen, nib }), pen)
  return outline.length < 4 ? '' : pathOf(outline)
}

function pathOf(outline: Float64Array): string {
  let path = 'M'
  for (let at = 0; at + 1 < outline.length; at += 2)
    path += `${at === 0 ? '' : 'L'}${short(outline[at])} ${short(outline[at + 1])}`
  return `${path}Z`
}

const short = (value: number | undefined): string => String(Math.round((value ?? 0) * 10) / 10)
