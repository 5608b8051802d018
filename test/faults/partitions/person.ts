import { WebSocket } from 'ws'
import { connectReplica } from '../../../renderer/board/connectReplica'
import type { Line } from '../../../renderer/board/line'
import type { Replica } from '../../../renderer/board/replica'
import type { HubAddress } from '../../../renderer/platform/platform'
import { openUnsentStore, type UnsentStore } from '../../../renderer/platform/unsentStore'
import type { Randomness } from '../../support/randomness'
import { isLive } from '../../support/until'
import { createWork, type Work } from './work'

/** Somebody at a browser whose network comes and goes. */
export interface Person {
  readonly replica: Replica
  readonly work: Work
  /** The network is gone until `heal`. */
  cut(): void
  heal(): void
  /**
   * Closes the page and opens it again from the host at `url`, cut off or not. One that still has something to send
   * warns first, and stays unless its host is the same.
   */
  reload(url: string): Promise<void>
  leave(): void
}

/** A network that can be gone. */
function network() {
  const sockets = new Set<WebSocket>()
  let isCut = false
  const nowhere = (): Line => {
    const line: Line = {
      binaryType: 'arraybuffer',
      readyState: 3,
      onopen: null,
      onmessage: null,
      onclose: null,
      onerror: null,
      send() {},
      close() {},
    }
    setImmediate(() => line.onclose?.({ code: 1006 }))
    return line
  }
  return {
    open(url: string): Line {
      if (isCut) return nowhere()
      const socket = new WebSocket(url, { perMessageDeflate: false })
      sockets.add(socket)
      socket.on('close', () => sockets.delete(socket))
      return socket as unknown as Line
    },
    set(cut: boolean) {
      isCut = cut
      if (cut) for (const socket of sockets) socket.terminate()
    },
  }
}

/** Comes into a room with its code. */
export async function comeIn(name: string, url: string, code: string, random: Randomness): Promise<Person> {
  const air = network()
  const browser = `browser of ${name} ${random.under(1e9)}`
  const work = createWork(name, random)
  /** The host that the page came from. */
  let page = url
  /** Each page of one host keeps in the same place what it could not send; one of another host does not see it. */
  let unsent: UnsentStore
  const connect = async (address: HubAddress): Promise<Replica> => {
    unsent = openUnsentStore(`${browser} at ${page}`)
    // Nobody types before the page has been there for a moment.
    await unsent.hasAny()
    const greeting = { name, side: 'resident' as const, languages: [] }
    const replica = connectReplica(address, greeting, { openLine: air.open, firstRetry: 20, unsent })
    work.begin(replica)
    return replica
  }
  let replica = await isLive(await connect({ url, credential: { kind: 'code', code } }))
  return {
    get replica() {
      return replica
    },
    work,
    cut: () => air.set(true),
    heal: () => air.set(false),
    async reload(from) {
      if (from !== page) {
        const isClean = work.isThere() && replica.saving.get().state === 'saved' && !(await unsent.hasAny())
        if (!isClean || replica.saving.get().state !== 'saved') return
      }
      page = from
      const token = replica.token()
      work.pause()
      replica.dispose()
      replica = await connect({ url: from, credential: { kind: 'token', token } })
    },
    leave: () => replica.dispose(),
  }
}
