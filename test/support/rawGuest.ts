import { onTestFinished } from 'vitest'
import { WebSocket } from 'ws'
import * as Y from 'yjs'
import { decodeHubMessage, encodeControl, encodeSync } from '#shared/sync/messages'
import { type Credential, type FromHub, type Hello, PROTOCOL_VERSION } from '#shared/sync/protocol'

/** A client written by hand: it says hello and then whatever it likes, whatever it was told it may do. */
export interface RawGuest {
  readonly told: readonly FromHub[]
  /** Resolves to the first thing said of this kind, at once when it was said already; rejects when the line ends. */
  hears<S extends FromHub['say']>(say: S): Promise<Extract<FromHub, { say: S }>>
  /** Resolves when the line has ended. */
  readonly ended: Promise<void>
  send(message: Uint8Array): void
  /** Sends a card as an update. */
  sendCard(text: string): void
}

/** Connects to a hub's address and says hello. */
export function rawGuest(url: string, credential: Credential, more: Partial<Hello> = {}): RawGuest {
  const socket = new WebSocket(url)
  const told: FromHub[] = []
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
    const message = decodeHubMessage(new Uint8Array(data))
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
  return {
    told,
    ended,
    hears<S extends FromHub['say']>(say: S) {
      return new Promise<Extract<FromHub, { say: S }>>((resolve, reject) => {
        const look = () => {
          const found = told.find((said) => said.say === say)
          if (!found && !isOver) return
          listeners.delete(look)
          if (found) resolve(found as Extract<FromHub, { say: S }>)
          else reject(new Error(`never heard ${say}, only ${JSON.stringify(told)}`))
        }
        listeners.add(look)
        look()
      })
    },
    send,
    sendCard(text) {
      const doc = new Y.Doc()
      const card = new Y.Map<unknown>([['text', new Y.Text(text)]])
      doc.getMap('cards').set(`forged ${text}`, card)
      sequence += 1
      send(encodeSync(sequence, { step: 'update', bytes: Y.encodeStateAsUpdate(doc) }))
    },
  }
}
