import * as decoding from 'lib0/decoding'
import * as encoding from 'lib0/encoding'
import { TINTS } from '../board/vocabulary'
import type { Point } from '../cards/box'
import { decodeInk, encodeInk } from '../cards/ink'
import {
  type HeldPlace,
  lit,
  MAX_HOLDS,
  MAX_PLACES,
  MAX_POINTS,
  MAX_SHOWN,
  MAX_STROKES,
  type Motion,
  type PresenceStep,
  type StrokeStep,
} from './presence'

const CURSOR = 1
const MOTIONS = 2
const HANDS = 4
const EDITING = 8
const CARET = 16
const STROKES = 32
const LASER = 64
const KNOWN = CURSOR | MOTIONS | HANDS | EDITING | CARET | STROKES | LASER

const MAX_ID = 64
/** Bytes of an anchor: the name of a peer and a count, or those of a record's text. */
const MAX_ANCHOR = 64
/** Strokes of a window are numbered round and round. */
const MOST_KEYS = 2 ** 16
/** A tenth of a degree, and an eighth of a unit of a pen's width, are not seen. */
const TENTHS = 10
const EIGHTHS = 8

/**
 * Writes one step. Coordinates are rounded to whole world units.
 *
 * Bytes: flags; cursor x and y; the motions, each x, y, the number of places and their five numbers; the
 * head and the anchor of the caret; the hands: the selected ids, the held ids of each hold, the edited id; the strokes, each key, width, box or
 * none, first point and packed points. Numbers are varints, signed where they may be.
 */
export function writePresenceStep(encoder: encoding.Encoder, step: PresenceStep): void {
  const { cursor, motions, caret, hands, strokes } = step
  const editing = hands?.editing ?? null
  encoding.writeUint8(
    encoder,
    (cursor ? CURSOR : 0) |
      (motions.length > 0 ? MOTIONS : 0) |
      (hands ? HANDS : 0) |
      (editing === null ? 0 : EDITING) |
      (caret ? CARET : 0) |
      (strokes.length > 0 ? STROKES : 0) |
      (step.laser ? LASER : 0),
  )
  if (cursor) writePoint(encoder, cursor)
  if (motions.length > 0) writeList(encoder, motions, writeMotion)
  if (caret) {
    encoding.writeVarUint8Array(encoder, caret.head)
    encoding.writeVarUint8Array(encoder, caret.anchor)
  }
  if (hands) {
    writeList(encoder, hands.selection, encoding.writeVarString)
    writeList(encoder, hands.held, (to, ids) => writeList(to, ids, encoding.writeVarString))
    if (editing !== null) encoding.writeVarString(encoder, editing)
  }
  if (strokes.length > 0) writeList(encoder, strokes, writeStroke)
}

/** Reads one step; throws when the bytes are not one. */
export function readPresenceStep(decoder: decoding.Decoder): PresenceStep {
  const flags = decoding.readUint8(decoder)
  if (flags > KNOWN) throw new Error('unknown presence flags')
  const cursor = flags & CURSOR ? readPoint(decoder) : null
  const motions = flags & MOTIONS ? readList(decoder, MAX_HOLDS, readMotion) : []
  const caret = flags & CARET ? { head: readAnchor(decoder), anchor: readAnchor(decoder) } : null
  const hands =
    flags & HANDS
      ? {
          selection: readList(decoder, MAX_SHOWN, readId),
          held: readHeld(decoder),
          editing: flags & EDITING ? readId(decoder) : null,
        }
      : null
  const strokes = flags & STROKES ? readList(decoder, MAX_STROKES, readStroke) : []
  return { cursor, ...lit((flags & LASER) !== 0), motions, caret, hands, strokes }
}

/** One step per peer, as the hub sends them to everybody at once. */
export function writeRoomPresence(encoder: encoding.Encoder, steps: ReadonlyMap<number, PresenceStep>): void {
  encoding.writeVarUint(encoder, steps.size)
  for (const [peer, step] of steps) {
    encoding.writeVarUint(encoder, peer)
    writePresenceStep(encoder, step)
  }
}

/** Reads what `writeRoomPresence` wrote; throws when the bytes are something else. */
export function readRoomPresence(decoder: decoding.Decoder): Map<number, PresenceStep> {
  const steps = new Map<number, PresenceStep>()
  for (let left = decoding.readVarUint(decoder); left > 0; left--) {
    const peer = decoding.readVarUint(decoder)
    steps.set(peer, readPresenceStep(decoder))
  }
  return steps
}

function writeMotion(encoder: encoding.Encoder, { by, places }: Motion): void {
  writePoint(encoder, by)
  writeList(encoder, places, (to, [x, y, width, height, rotation]) => {
    for (const value of [x, y, width, height, rotation * TENTHS]) encoding.writeVarInt(to, whole(value))
  })
}

function readMotion(decoder: decoding.Decoder): Motion {
  const by = readPoint(decoder)
  const places = readList(decoder, MAX_PLACES, (from): HeldPlace => {
    const next = () => decoding.readVarInt(from)
    return [next(), next(), next(), next(), next() / TENTHS]
  })
  return { by, places }
}

function readHeld(decoder: decoding.Decoder): string[][] {
  let left = MAX_SHOWN
  return readList(decoder, MAX_HOLDS, (from) => {
    const ids = readList(from, left, readId)
    left -= ids.length
    return ids
  })
}

/** What a stroke looks like in one byte: whether it is clipped, the pen, the tint. */
const CLIPPED = 1
const HIGHLIGHTS = 2
const TINT_AT = 4

function writeStroke(encoder: encoding.Encoder, step: StrokeStep): void {
  const { key, width, clip, pen, tint, from, points } = step
  encoding.writeVarUint(encoder, key % MOST_KEYS)
  encoding.writeVarUint(encoder, Math.max(0, whole(width * EIGHTHS)))
  encoding.writeUint8(
    encoder,
    (clip ? CLIPPED : 0) + (pen === 'highlighter' ? HIGHLIGHTS : 0) + TINTS.indexOf(tint) * TINT_AT,
  )
  if (clip) {
    writePoint(encoder, [clip.x, clip.y])
    writePoint(encoder, [clip.width, clip.height])
  }
  encoding.writeVarUint(encoder, from)
  encoding.writeVarUint8Array(encoder, encodeInk(points))
}

function readStroke(decoder: decoding.Decoder): StrokeStep {
  const key = decoding.readVarUint(decoder)
  const width = decoding.readVarUint(decoder) / EIGHTHS
  const look = decoding.readUint8(decoder)
  const isClipped = (look & CLIPPED) !== 0
  const pen = (look & HIGHLIGHTS) !== 0 ? 'highlighter' : 'pen'
  const tint = TINTS[Math.floor(look / TINT_AT)] ?? 'white'
  const corner = isClipped ? readPoint(decoder) : null
  const size = isClipped ? readPoint(decoder) : null
  const clip = corner && size && { x: corner[0], y: corner[1], width: size[0], height: size[1] }
  const from = decoding.readVarUint(decoder)
  const points = decodeInk(decoding.readVarUint8Array(decoder))
  if (key >= MOST_KEYS || from + points.length > MAX_POINTS) throw new Error('stroke too long')
  return { key, width, pen, tint, clip, from, points }
}

function writeList<T>(
  encoder: encoding.Encoder,
  list: readonly T[],
  each: (encoder: encoding.Encoder, item: T) => void,
): void {
  encoding.writeVarUint(encoder, list.length)
  for (const item of list) each(encoder, item)
}

function readList<T>(decoder: decoding.Decoder, most: number, each: (decoder: decoding.Decoder) => T): T[] {
  const count = decoding.readVarUint(decoder)
  if (count > most) throw new Error('too many')
  return Array.from({ length: count }, () => each(decoder))
}

function writePoint(encoder: encoding.Encoder, [x, y]: Point): void {
  encoding.writeVarInt(encoder, whole(x))
  encoding.writeVarInt(encoder, whole(y))
}

function readPoint(decoder: decoding.Decoder): [number, number] {
  return [decoding.readVarInt(decoder), decoding.readVarInt(decoder)]
}

// Far beyond any wall, and within what a varint of lib0 can hold.
const FARTHEST = 2 ** 40

// `+ 0` because a varint keeps the sign of −0.
const whole = (value: number): number =>
  Number.isFinite(value) ? Math.round(Math.min(FARTHEST, Math.max(-FARTHEST, value))) + 0 : 0

function readAnchor(decoder: decoding.Decoder): Uint8Array {
  if (decoding.peekVarUint(decoder) > MAX_ANCHOR) throw new Error('anchor too long')
  // A copy: what was read would hold on to the whole message.
  return decoding.readVarUint8Array(decoder).slice()
}

function readId(decoder: decoding.Decoder): string {
  const length = decoding.peekVarUint(decoder)
  if (length > MAX_ID * 3) throw new Error('id too long')
  return decoding.readVarString(decoder)
}
