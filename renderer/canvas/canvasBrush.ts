import type { Brush } from '#shared/cards/brush'
import { cssFont } from './fonts'
import type { ScaledPictures } from './scaledPictures'

type Context2d = CanvasRenderingContext2D | OffscreenCanvasRenderingContext2D

/**
 * Paints on a 2D canvas. The canvas's own transform says where world units are. Without `pictures` their places stay
 * empty.
 */
export function createCanvasBrush(context: Context2d, pictures?: ScaledPictures): Brush {
  context.textBaseline = 'alphabetic'
  context.lineJoin = 'round'
  context.lineCap = 'round'

  const trace = (points: ArrayLike<number>) => {
    context.beginPath()
    context.moveTo(points[0] ?? 0, points[1] ?? 0)
    for (let at = 2; at + 1 < points.length; at += 2) context.lineTo(points[at] ?? 0, points[at + 1] ?? 0)
  }

  // Through the middles of the edges, with the corners as what the curve leans towards.
  const traceRound = (points: ArrayLike<number>) => {
    const count = points.length / 2
    const value = (at: number) => points[at] ?? 0
    const middle = (a: number, b: number) => (value(a) + value(b)) / 2
    context.beginPath()
    context.moveTo(middle(0, 2), middle(1, 3))
    for (let at = 1; at <= count; at++) {
      const here = 2 * (at % count)
      const next = 2 * ((at + 1) % count)
      context.quadraticCurveTo(value(here), value(here + 1), middle(here, next), middle(here + 1, next + 1))
    }
  }

  return {
    box(x, y, width, height, radius, fill, edge = null, edgeWidth = 1) {
      if (radius === 0 && edge === null) {
        if (fill === null) return
        context.fillStyle = fill
        context.fillRect(x, y, width, height)
        return
      }
      context.beginPath()
      context.roundRect(x, y, width, height, radius)
      if (fill !== null) {
        context.fillStyle = fill
        context.fill()
      }
      if (edge !== null) {
        context.strokeStyle = edge
        context.lineWidth = edgeWidth
        context.stroke()
      }
    },
    disc(x, y, radius, fill) {
      context.beginPath()
      context.arc(x, y, radius, 0, Math.PI * 2)
      context.fillStyle = fill
      context.fill()
    },
    shape(points, fill, isRound = false) {
      if (points.length < 4) return
      if (isRound) traceRound(points)
      else trace(points)
      context.closePath()
      context.fillStyle = fill
      context.fill()
    },
    line(points, colour, width) {
      if (points.length < 4) return
      trace(points)
      context.strokeStyle = colour
      context.lineWidth = width
      context.stroke()
    },
    text(words, x, baseline, font, colour, direction) {
      // Slanted letters are a Latin custom: Arabic has none, and a browser would bend them.
      const isUpright = direction === 'rtl' && font.face === 'reading'
      const css = cssFont(isUpright ? { ...font, face: 'card' } : font)
      // Setting a font parses it, even the same one.
      if (context.font !== css) context.font = css
      context.direction = direction
      context.textAlign = direction === 'rtl' ? 'right' : 'left'
      context.fillStyle = colour
      context.fillText(words, x, baseline)
    },
    picture(asset, x, y, width, height) {
      if (!pictures) return 'waiting'
      const { a, b } = context.getTransform()
      const bitmap = pictures.at(asset, Math.max(width, height) * Math.hypot(a, b))
      if (typeof bitmap === 'string') return bitmap
      context.drawImage(bitmap, x, y, width, height)
      return 'painted'
    },
    within(x, y, degrees, scale, paint) {
      context.save()
      context.translate(x, y)
      if (degrees !== 0) context.rotate((degrees * Math.PI) / 180)
      if (scale !== 1) context.scale(scale, scale)
      paint()
      context.restore()
    },
    blended(paint, onDark = false) {
      context.save()
      context.globalCompositeOperation = onDark ? 'screen' : 'multiply'
      paint()
      context.restore()
    },
    clipped(x, y, width, height, paint) {
      context.save()
      context.beginPath()
      context.rect(x, y, width, height)
      context.clip()
      paint()
      context.restore()
    },
  }
}
