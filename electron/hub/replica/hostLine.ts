import { WebSocket } from 'ws'
import type { FailureCode } from '#shared/failure'
import { decodeHubMessage, type HubMessage } from '#shared/sync/messages'
import type { RoomPlace } from '#shared/sync/place'
import { BEAT_EVERY, MAX_MESSAGE, SYNC_PATH } from '#shared/sync/protocol'
import { dial } from './dial'

/** One connection to the hub of another computer. */
export interface HostLine {
  /** Does nothing before it is open and after it has ended. */
  send(message: Uint8Array): void
  /** Ends it; `closed` is not called. */
  close(): void
}

interface Listener {
  /** `print` is the fingerprint of the computer that answered. */
  opened(print: string): void
  heard(message: HubMessage): void
  /** It has ended, or was never reached. */
  closed(because: FailureCode): void
}

/** ms within which a computer on the same network answers, if it does. */
const ANSWERS_WITHIN = 6_000
/** ms without a beat after which the line is dead, whatever the network says. */
const SILENCE = BEAT_EVERY * 3

/** Calls the hub at a place, once. What comes back and is no message ends the line. */
export function openHostLine(place: RoomPlace, listener: Listener): HostLine {
  let socket: WebSocket | undefined
  let isOver = false
  let watch: NodeJS.Timeout | undefined
  const end = () => {
    if (isOver) return false
    isOver = true
    clearTimeout(watch)
    socket?.terminate()
    return true
  }
  const lose = (because: FailureCode = 'noRoomThere') => {
    if (end()) listener.closed(because)
  }
  const listenOn = () => {
    clearTimeout(watch)
    watch = setTimeout(lose, SILENCE)
  }
  const hear = (data: Buffer, isBinary: boolean) => {
    if (isOver) return
    listenOn()
    const message = isBinary ? decodeHubMessage(new Uint8Array(data)) : undefined
    if (!message) return lose()
    try {
      listener.heard(message)
    } catch {
      // The other side's bytes do not fit ours: a new line begins with what each side lacks.
      lose()
    }
  }
  void dial(place).then((dialled) => {
    if (!dialled.ok) return lose(dialled.failure.code)
    const { socket: stream, print } = dialled.value
    if (isOver) return void stream.destroy()
    const { host, port } = place
    // The line is there already: this is only what it is called.
    const called = `ws://${host.includes(':') ? `[${host}]` : host}:${port}${SYNC_PATH}`
    socket = new WebSocket(called, {
      perMessageDeflate: false,
      handshakeTimeout: ANSWERS_WITHIN,
      // A whole board may be larger than what a window may send.
      maxPayload: MAX_MESSAGE * 32,
      createConnection: () => stream,
    })
    socket.on('open', () => {
      listenOn()
      listener.opened(print)
    })
    socket.on('message', hear)
    socket.on('close', () => lose())
    socket.on('error', () => lose())
  })
  return {
    send(message) {
      if (!isOver && socket?.readyState === socket?.OPEN) socket?.send(message)
    },
    close: () => void end(),
  }
}
