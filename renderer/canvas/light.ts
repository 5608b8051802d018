import type { Session } from '../board/session'
import { GLOW } from '../board/trails'

type Context = CanvasRenderingContext2D

/** The light itself; the white around it keeps it in sight on any card. */
const LIGHT = '#E0211B'
const HALO = '#FFFFFF'

/** CSS pixels at the bright end. */
const WIDTH = 7

/** Paints what laser pointers leave behind, thinner and fainter the older it is, in CSS pixels. */
export function paintTrails(context: Context, { trails, camera }: Session, now: number): void {
  context.save()
  context.lineCap = 'round'
  for (const trail of trails.all().values())
    for (const [colour, more] of [
      [HALO, 4],
      [LIGHT, 0],
    ] as const) {
      context.strokeStyle = colour
      for (let at = 1; at < trail.length; at++) {
        const from = trail[at - 1]
        const to = trail[at]
        if (!from || !to) continue
        const glow = Math.max(0, 1 - (now - to.when) / GLOW)
        context.globalAlpha = more > 0 ? glow * 0.5 : glow
        context.lineWidth = WIDTH * glow + more
        context.beginPath()
        context.moveTo(...camera.toScreen(from.at))
        context.lineTo(...camera.toScreen(to.at))
        context.stroke()
      }
    }
  context.restore()
}

/** Paints the end of a light that somebody else holds. */
export function paintLight(context: Context, x: number, y: number): void {
  context.beginPath()
  context.arc(x, y, WIDTH, 0, 2 * Math.PI)
  context.fillStyle = LIGHT
  context.strokeStyle = HALO
  context.lineWidth = 3
  context.stroke()
  context.fill()
}
