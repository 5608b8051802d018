import { createDecoder, hasContent, readUint8, readVarInt, readVarUint } from 'lib0/decoding'
import { createEncoder, toUint8Array, writeUint8, writeVarInt, writeVarUint } from 'lib0/encoding'

/** x and y in the units of what is drawn on, pressure from 0 to 1. */
export type InkPoint = readonly [x: number, y: number, pressure: number]

const VERSION = 1
/** Steps per unit: most moves between two pen events fit in one byte, and no eye sees an eighth. */
const STEPS = 8
const PRESSURE_STEPS = 63
const MOST_POINTS = 100_000

/** Packs a stroke into about three bytes a point; positions are kept to an eighth of a unit. */
export function encodeInk(points: readonly InkPoint[]): Uint8Array {
  const encoder = createEncoder()
  writeUint8(encoder, VERSION)
  writeVarUint(encoder, Math.min(points.length, MOST_POINTS))
  let lastX = 0
  let lastY = 0
  let lastPressure = 0
  for (const [x, y, pressure] of points.slice(0, MOST_POINTS)) {
    const nextX = whole(x * STEPS)
    const nextY = whole(y * STEPS)
    const nextPressure = whole(Math.min(1, Math.max(0, pressure)) * PRESSURE_STEPS)
    writeVarInt(encoder, nextX - lastX)
    writeVarInt(encoder, nextY - lastY)
    writeVarInt(encoder, nextPressure - lastPressure)
    lastX = nextX
    lastY = nextY
    lastPressure = nextPressure
  }
  return toUint8Array(encoder)
}

/** The points of a packed stroke. Damaged bytes give the points before the damage; a newer version none. */
export function decodeInk(ink: Uint8Array): InkPoint[] {
  const points: InkPoint[] = []
  const decoder = createDecoder(ink)
  try {
    if (readUint8(decoder) !== VERSION) return points
    const count = Math.min(readVarUint(decoder), MOST_POINTS)
    let x = 0
    let y = 0
    let pressure = 0
    while (points.length < count && hasContent(decoder)) {
      x += readVarInt(decoder)
      y += readVarInt(decoder)
      pressure += readVarInt(decoder)
      points.push([x / STEPS, y / STEPS, Math.min(1, Math.max(0, pressure / PRESSURE_STEPS))])
    }
  } catch {
    // Cut short or overlong numbers: what was read stays.
  }
  return points
}

function whole(value: number): number {
  return Number.isFinite(value) ? Math.round(value) : 0
}
