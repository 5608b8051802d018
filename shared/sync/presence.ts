import * as decoding from 'lib0/decoding'
import * as encoding from 'lib0/encoding'

/** What another window shows of itself while it works; never in the document. */
export interface Presence {
  /** World units; null when the pointer is not over the wall. */
  readonly cursor: readonly [number, number] | null
  readonly selection: readonly string[]
  /** Cards being dragged and by how far, in world units. */
  readonly drag: readonly [number, number] | null
  /** The card being written in. */
  readonly editing: string | null
  /** Where in its words; null when nothing is being written. */
  readonly caret: Caret | null
}

/** A place in a shared text and the far end of what is selected there: anchors, see `shared/board/anchor.ts`. */
export interface Caret {
  readonly head: Uint8Array
  readonly anchor: Uint8Array
}

export const NO_PRESENCE: Presence = { cursor: null, selection: [], drag: null, editing: null, caret: null }

/** The part that changes seldom, and is sent only when it does. */
export type Hands = Pick<Presence, 'selection' | 'editing'>

/**
 * One step of a presence. Without `hands` they are as they were: a moving cursor costs about 6 bytes.
 *
 * Bytes: flags (1 cursor, 2 drag, 4 hands, 8 editing, 16 caret), cursor x and y, drag x and y as signed varints
 * in whole world units, then the head and the anchor of the caret, then the number of selected ids and the ids,
 * then the edited id.
 */
export interface PresenceStep {
  readonly cursor: Presence['cursor']
  readonly drag: Presence['drag']
  readonly caret: Presence['caret']
  readonly hands: Hands | null
}

/** Selected cards that others are shown; a larger selection is shown in part. */
export const MAX_SHOWN = 2000

const MAX_ID = 64
/** Bytes of an anchor: the name of a peer and a count, or those of a record's text. */
const MAX_ANCHOR = 64
const CURSOR = 1
const DRAG = 2
const HANDS = 4
const EDITING = 8
const CARET = 16

/** The step from one presence to the next; all of it when there is no previous one. */
export function presenceStep(next: Presence, previous: Presence | null): PresenceStep {
  const same =
    previous !== null &&
    previous.editing === next.editing &&
    previous.selection.length === next.selection.length &&
    previous.selection.every((id, at) => id === next.selection[at])
  return {
    cursor: next.cursor,
    drag: next.drag,
    caret: next.caret,
    hands: same ? null : { selection: next.selection.slice(0, MAX_SHOWN), editing: next.editing },
  }
}

/** The presence after a step. */
export function afterStep(previous: Presence | undefined, step: PresenceStep): Presence {
  const { selection, editing } = step.hands ?? previous ?? NO_PRESENCE
  return { cursor: step.cursor, drag: step.drag, caret: step.caret, selection, editing }
}

/** Writes one step. Coordinates are rounded to whole world units. */
export function writePresenceStep(encoder: encoding.Encoder, step: PresenceStep): void {
  const { cursor, drag, caret, hands } = step
  const editing = hands?.editing ?? null
  encoding.writeUint8(
    encoder,
    (cursor ? CURSOR : 0) |
      (drag ? DRAG : 0) |
      (hands ? HANDS : 0) |
      (editing === null ? 0 : EDITING) |
      (caret ? CARET : 0),
  )
  if (cursor) writePoint(encoder, cursor)
  if (drag) writePoint(encoder, drag)
  if (caret) {
    encoding.writeVarUint8Array(encoder, caret.head)
    encoding.writeVarUint8Array(encoder, caret.anchor)
  }
  if (hands) {
    encoding.writeVarUint(encoder, hands.selection.length)
    for (const id of hands.selection) encoding.writeVarString(encoder, id)
    if (editing !== null) encoding.writeVarString(encoder, editing)
  }
}

/** Reads one step; throws when the bytes are not one. */
export function readPresenceStep(decoder: decoding.Decoder): PresenceStep {
  const flags = decoding.readUint8(decoder)
  if (flags > (CURSOR | DRAG | HANDS | EDITING | CARET)) throw new Error('unknown presence flags')
  const cursor = flags & CURSOR ? readPoint(decoder) : null
  const drag = flags & DRAG ? readPoint(decoder) : null
  const caret = flags & CARET ? { head: readAnchor(decoder), anchor: readAnchor(decoder) } : null
  if (!(flags & HANDS)) return { cursor, drag, caret, hands: null }
  const count = decoding.readVarUint(decoder)
  if (count > MAX_SHOWN) throw new Error('too many selected')
  const selection: string[] = []
  for (let at = 0; at < count; at++) selection.push(readId(decoder))
  return { cursor, drag, caret, hands: { selection, editing: flags & EDITING ? readId(decoder) : null } }
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

function writePoint(encoder: encoding.Encoder, [x, y]: readonly [number, number]): void {
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
