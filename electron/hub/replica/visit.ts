import { inflateRawSync } from 'node:zlib'
import * as Y from 'yjs'
import { type FailureCode, failed, type Result, success } from '#shared/failure'
import { encodeControl, encodeSync } from '#shared/sync/messages'
import type { RoomPlace } from '#shared/sync/place'
import { type Credential, type FromHub, type Hello, PROTOCOL_VERSION } from '#shared/sync/protocol'
import { openHostLine } from './hostLine'

/** How this computer's person introduces themselves. */
export type Greeting = Pick<Hello, 'name' | 'side' | 'languages'>

/** A room as somebody finds it who comes in for the first time. */
export interface Visit {
  readonly welcome: Extract<FromHub, { say: 'welcome' }>
  /** Where it was, with the fingerprint of the computer that answered. */
  readonly place: RoomPlace
  /** The whole board. */
  readonly doc: Y.Doc
}

/** ms for all of it; a large board on a weak network takes its time. */
const PATIENCE = 60_000

/** What a hub says when it is asked to let this computer in and keep a copy. */
export const helloOf = (
  credential: Credential,
  greeting: Greeting,
  keeps?: Hello['keeps'],
  purges?: number,
): Uint8Array => {
  const again = purges === undefined ? {} : { purges }
  return encodeControl({
    say: 'hello',
    protocol: PROTOCOL_VERSION,
    credential,
    ...greeting,
    ...again,
    ...(keeps ? { keeps } : {}),
  })
}

/** Bytes of a version 1 update from those of a whole document. */
export const unfold = (whole: Uint8Array): Uint8Array =>
  Y.convertUpdateFormatV2ToV1(inflateRawSync(whole, { maxOutputLength: LARGEST }))
const LARGEST = 1024 * 1024 * 1024

/** Goes into the room at a place, takes the whole board along, and leaves. */
export function visit(place: RoomPlace, credential: Credential, greeting: Greeting): Promise<Result<Visit>> {
  return new Promise((resolve) => {
    const doc = new Y.Doc()
    let welcome: Visit['welcome'] | undefined
    let print = ''
    const settle = (result: Result<Visit>) => {
      clearTimeout(late)
      line.close()
      if (!result.ok) doc.destroy()
      resolve(result)
    }
    const refuse = (code: FailureCode) =>
      settle(failed(code === 'wrongProtocol' ? 'otherVersion' : code, `${place.host}:${place.port}`))
    const late = setTimeout(() => refuse('noWayThere'), PATIENCE)
    const line = openHostLine(place, {
      opened(seen) {
        print = seen
        line.send(helloOf(credential, greeting))
      },
      heard(message) {
        if (message.kind === 'control') {
          const said = message.control
          if (said.say === 'welcome') {
            welcome = said
            line.send(encodeSync(0, { step: 'vector', bytes: Y.encodeStateVector(doc) }))
          } else if (said.say === 'refused' || said.say === 'rejected') refuse(said.code)
          else if (said.say === 'ended') refuse('roomClosed')
        } else if (message.kind === 'update') {
          const { step, bytes } = message.sync
          if (step === 'vector') return
          Y.applyUpdate(doc, step === 'whole' ? unfold(bytes) : bytes)
          if (step === 'difference' && welcome) settle(success({ welcome, doc, place: { ...place, print } }))
        }
      },
      closed: refuse,
    })
  })
}
