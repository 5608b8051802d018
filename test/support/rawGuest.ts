import { onTestFinished } from 'vitest'
import { WebSocket } from 'ws'
import * as Y from 'yjs'
import { decodeHubMessage, encodeControl, encodeSync, type HubMessage } from '#shared/sync/messages'
import { type Credential, type FromHub, type Hello, PROTOCOL_VERSION } from '#shared/sync/protocol'

/** A client written by hand: it says hello and then whatever it likes, whatever it was told it may do. */
export interface RawGuest {
  readonly told: readonly FromHub[]
  /** Every message as it arrived, and what it says. */
  readonly arrived: readonly { readonly bytes: Uint8Array; readonly message: HubMessage | undefined }[]
  /** Resolves to the first thing said of this kind, at once when it was said already; rejects when the line ends. */
  hears<S extends FromHub['say']>(say: S): Promise<Extract<FromHub, { say: S }>>
  /** Resolves once what arrived so far gives something, at once or later; rejects when the line ends. */
  finds<T>(look: (guest: RawGuest) => T | undefined): Promise<T>
  /** Resolves when the line has ended. */
  readonly ended: Promise<void>
  send(message: Uint8Array): void
  /** Ends the line. */
  leave(): void
  /** Sends a card as an update. */
  sendCard(text: string): void
}

/** Connects to a hub's address, `from` another address of this computer when it is given, and says hello. */
export function rawGuest(
  url: string,
  credential: Credential,
  more: Partial<Hello> = {},
  from?: string,
): RawGuest {
  const socket = new WebSocket(url, from === undefined ? {} : ({ localAddress: from } as never))
  const told: FromHub[] = []
  const arrived: { bytes: Uint8Array; message: HubMessage | undefined }[] = []
  const listeners = new Set<() => void>()
  let isOver = false
  let sequence = 0
  const tell = () => {
    for (const listener of [...listeners]) listener()
  }
  socket.on('open', () =>
    socket.send(
      encodeControl({
        say: 'hello',
        protocol: PROTOCOL_VERSION,
        credential,
        name: 'Mallory',
        side: 'resident',
        languages: [],
        ...more,
      }),
    ),
  )
  socket.on('message', (data: Buffer) => {
    const bytes = new Uint8Array(data)
    const message = decodeHubMessage(bytes)
    arrived.push({ bytes, message })
    if (message?.kind === 'control') told.push(message.control)
    tell()
  })
  socket.on('error', () => {})
  const ended = new Promise<void>((resolve) => {
    socket.on('close', () => {
      isOver = true
      resolve()
      tell()
    })
  })
  onTestFinished(() => socket.terminate())
  const send = (message: Uint8Array) => {
    if (socket.readyState === socket.OPEN) socket.send(message)
  }
  const guest: RawGuest = {
    told,
    arrived,
    ended,
    hears: <S extends FromHub['say']>(say: S) =>
      guest.finds(() => told.find((said): said is Extract<FromHub, { say: S }> => said.say === say)),
    finds: (find) =>
      new Promise((resolve, reject) => {
        const look = () => {
          const found = find(guest)
          if (found === undefined && !isOver) return
          listeners.delete(look)
          if (found !== undefined) resolve(found)
          else reject(new Error(`never heard it, only ${JSON.stringify(told)}`))
        }
        listeners.add(look)
        look()
      }),
    send,
    leave: () => socket.terminate(),
    sendCard(text) {
      const doc = new Y.Doc()
      const card = new Y.Map<unknown>([['text', new Y.Text(text)]])
      doc.getMap('cards').set(`forged ${text}`, card)
      sequence += 1
      send(encodeSync(sequence, { step: 'update', bytes: Y.encodeStateAsUpdate(doc) }))
    },
  }
  return guest
}
