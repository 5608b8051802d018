import * as decoding from 'lib0/decoding'
import * as encoding from 'lib0/encoding'
import { decodeHubMessage, encodeControl, encodePresence, encodeSync } from '#shared/sync/messages'
import { type Presence, presenceStep } from '#shared/sync/presence'
import { PROTOCOL_VERSION } from '#shared/sync/protocol'

/** How one guest speaks to a server; a new one for each connection. */
export interface Wire {
  /** What is said first. */
  hello(): readonly Uint8Array[]
  /** Asks for the whole document. */
  ask(): Uint8Array
  update(bytes: Uint8Array): Uint8Array
  /** Shows where the pointer is, and that it drags a card. */
  point(x: number, y: number, dragged: string | null): Uint8Array
  /** The change of the document in a message, in version 1; undefined in any other message. */
  changeIn(message: Uint8Array): Uint8Array | undefined
}

/** The wires that can be measured, by name. */
export const WIRES: Readonly<Record<'ours' | 'theirs', (guest: number, code: string) => Wire>> = {
  ours(guest, code) {
    let sent = 0
    let shown: Presence | null = null
    return {
      hello: () => [
        encodeControl({
          say: 'hello',
          protocol: PROTOCOL_VERSION,
          credential: { kind: 'code', code },
          name: `Guest ${guest}`,
          side: 'resident',
          languages: [],
        }),
      ],
      // Of a document of which only the beginning of a client that never was is known: the answer is a difference.
      ask: () => encodeSync(0, { step: 'vector', bytes: Uint8Array.of(1, 1, 0) }),
      update: (bytes) => encodeSync(++sent, { step: 'update', bytes }),
      point(x, y, dragged) {
        const next: Presence = {
          cursor: [x, y],
          selection: [],
          editing: null,
          caret: null,
          holds: dragged === null ? [] : [{ ids: [dragged], by: [x, y], places: [] }],
          strokes: [],
        }
        const step = presenceStep(next, shown)
        shown = next
        return encodePresence(step)
      },
      changeIn(bytes) {
        const message = decodeHubMessage(bytes)
        const isChange = message?.kind === 'update' && ['update', 'difference'].includes(message.sync.step)
        return isChange ? message.sync.bytes : undefined
      },
    }
  },
  /** The protocol of y-websocket: a sync message is 0, its step and its bytes; awareness is 1 and its bytes. */
  theirs(guest) {
    let clock = 0
    const sync = (step: number, bytes: Uint8Array) =>
      encoding.encode((encoder) => {
        encoding.writeVarUint(encoder, 0)
        encoding.writeVarUint(encoder, step)
        encoding.writeVarUint8Array(encoder, bytes)
      })
    return {
      hello: () => [],
      ask: () => sync(0, Uint8Array.of(0)),
      update: (bytes) => sync(2, bytes),
      point: (x, y, dragged) =>
        encoding.encode((encoder) => {
          encoding.writeVarUint(encoder, 1)
          const states = encoding.encode((inner) => {
            encoding.writeVarUint(inner, 1)
            encoding.writeVarUint(inner, 1_000 + guest)
            encoding.writeVarUint(inner, ++clock)
            const state = { name: `Guest ${guest}`, colour: '#0f5c57', cursor: [x, y], dragged }
            encoding.writeVarString(inner, JSON.stringify(state))
          })
          encoding.writeVarUint8Array(encoder, states)
        }),
      changeIn(bytes) {
        const decoder = decoding.createDecoder(bytes)
        if (decoding.readVarUint(decoder) !== 0 || decoding.readVarUint(decoder) === 0) return undefined
        return decoding.readVarUint8Array(decoder)
      },
    }
  },
}
