import * as decoding from 'lib0/decoding'
import * as encoding from 'lib0/encoding'
import type { PresenceStep } from './presence'
import { readPresenceStep, readRoomPresence, writePresenceStep, writeRoomPresence } from './presenceBytes'
import { type FromGuest, type FromHub, fromGuest, fromHub, MAX_HELLO, MESSAGE, SYNC } from './protocol'

/** The document part of a message. `vector` asks for what a replica with this state vector lacks. */
export type SyncMessage =
  | { readonly step: 'vector'; readonly bytes: Uint8Array }
  | { readonly step: 'difference' | 'update' | 'whole'; readonly bytes: Uint8Array }

/** About the document that a person has in a round. */
export interface SealedMessage {
  readonly round: string
  readonly sequence: number
  readonly sync: SyncMessage
}

export type Message<Control, Shown> =
  | { readonly kind: 'control'; readonly control: Control }
  | { readonly kind: 'update'; readonly sequence: number; readonly sync: SyncMessage }
  | ({ readonly kind: 'sealed' } & SealedMessage)
  | { readonly kind: 'presence'; readonly presence: Shown }
  | { readonly kind: 'beat' }

export type GuestMessage = Message<FromGuest, PresenceStep>
export type HubMessage = Message<FromHub, Map<number, PresenceStep>>

const STEPS = ['vector', 'difference', 'update', 'whole'] as const

/** A control message of either side. */
export function encodeControl(control: FromGuest | FromHub): Uint8Array {
  return encoding.encode((encoder) => {
    encoding.writeUint8(encoder, MESSAGE.control)
    encoding.writeUint8Array(encoder, new TextEncoder().encode(JSON.stringify(control)))
  })
}

/** A document message; `sequence` is 0 from the hub. */
export function encodeSync(sequence: number, sync: SyncMessage): Uint8Array {
  return encoding.encode((encoder) => {
    encoding.writeUint8(encoder, MESSAGE.update)
    writeSync(encoder, sequence, sync)
  })
}

/** A message about the document that a person has in a round; `sequence` is 0 from the hub. */
export function encodeSealed(round: string, sequence: number, sync: SyncMessage): Uint8Array {
  return encoding.encode((encoder) => {
    encoding.writeUint8(encoder, MESSAGE.sealed)
    encoding.writeVarString(encoder, round)
    writeSync(encoder, sequence, sync)
  })
}

function writeSync(encoder: encoding.Encoder, sequence: number, { step, bytes }: SyncMessage): void {
  encoding.writeVarUint(encoder, sequence)
  encoding.writeVarUint(encoder, SYNC[step])
  encoding.writeVarUint8Array(encoder, bytes)
}

/** What one window shows of itself. */
export function encodePresence(step: PresenceStep): Uint8Array {
  return encoding.encode((encoder) => {
    encoding.writeUint8(encoder, MESSAGE.presence)
    writePresenceStep(encoder, step)
  })
}

/** What everybody shows. */
export function encodeRoomPresence(steps: ReadonlyMap<number, PresenceStep>): Uint8Array {
  return encoding.encode((encoder) => {
    encoding.writeUint8(encoder, MESSAGE.presence)
    writeRoomPresence(encoder, steps)
  })
}

/** Says that the line still holds. */
export const BEAT = Uint8Array.of(MESSAGE.beat)

/** Reads a message of a window; undefined when the bytes are none. */
export function decodeGuestMessage(bytes: Uint8Array): GuestMessage | undefined {
  if (bytes[0] === MESSAGE.control && bytes.length > MAX_HELLO) return undefined
  return decode(bytes, (json) => fromGuest.parse(json), readPresenceStep)
}

/** Reads a message of the hub; undefined when the bytes are none. */
export function decodeHubMessage(bytes: Uint8Array): HubMessage | undefined {
  return decode(bytes, (json) => fromHub.parse(json), readRoomPresence)
}

/** The protocol number in a `hello` of any version, however the rest of it looks; undefined when there is none. */
export function helloProtocol(bytes: Uint8Array): number | undefined {
  if (bytes[0] !== MESSAGE.control || bytes.length > MAX_HELLO) return undefined
  try {
    const said: unknown = parseJson(bytes)
    if (typeof said !== 'object' || said === null || !('say' in said) || said.say !== 'hello')
      return undefined
    return 'protocol' in said && typeof said.protocol === 'number' ? said.protocol : 0
  } catch {
    return undefined
  }
}

function decode<Control, Shown>(
  bytes: Uint8Array,
  readControl: (json: unknown) => Control,
  readShown: (decoder: decoding.Decoder) => Shown,
): Message<Control, Shown> | undefined {
  try {
    const decoder = decoding.createDecoder(bytes)
    const kind = decoding.readUint8(decoder)
    switch (kind) {
      case MESSAGE.control:
        return { kind: 'control', control: readControl(parseJson(bytes)) }
      case MESSAGE.update: {
        const read = readSync(decoder)
        return read && { kind: 'update', ...read }
      }
      case MESSAGE.sealed: {
        const round = decoding.readVarString(decoder)
        const read = readSync(decoder)
        return read && { kind: 'sealed', round, ...read }
      }
      case MESSAGE.presence: {
        const presence = readShown(decoder)
        return decoding.hasContent(decoder) ? undefined : { kind: 'presence', presence }
      }
      case MESSAGE.beat:
        return bytes.length === 1 ? { kind: 'beat' } : undefined
      default:
        return undefined
    }
  } catch {
    // Anything that does not read to the end is not a message; the caller decides what follows from that.
    return undefined
  }
}

function readSync(decoder: decoding.Decoder): { sequence: number; sync: SyncMessage } | undefined {
  const sequence = decoding.readVarUint(decoder)
  const step = STEPS[decoding.readVarUint(decoder)]
  const bytes = decoding.readVarUint8Array(decoder)
  if (step === undefined || decoding.hasContent(decoder)) return undefined
  return { sequence, sync: { step, bytes } }
}

function parseJson(bytes: Uint8Array): unknown {
  return JSON.parse(new TextDecoder('utf-8', { fatal: true }).decode(bytes.subarray(1)))
}

declare class TextEncoder {
  encode(text: string): Uint8Array
}
declare class TextDecoder {
  constructor(label: string, options: { fatal: boolean })
  decode(bytes: Uint8Array): string
}
