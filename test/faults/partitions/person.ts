import { WebSocket } from 'ws'
import { addCard, moveCards, writeCard } from '#shared/board/actions/cards'
import { readAll } from '#shared/board/schema'
import { connectReplica } from '../../../renderer/board/connectReplica'
import type { Line } from '../../../renderer/board/line'
import type { Replica } from '../../../renderer/board/replica'
import type { HubAddress } from '../../../renderer/platform/platform'
import { openUnsentStore, type UnsentStore } from '../../../renderer/platform/unsentStore'
import type { Randomness } from '../../support/randomness'
import { isLive } from '../../support/until'

/** Somebody at a browser whose network comes and goes. */
export interface Person {
  readonly replica: Replica
  /** The cards this person has made, and how many of them the room said it has saved. */
  readonly made: readonly string[]
  readonly acknowledged: ReadonlySet<string>
  act(): void
  /** The network is gone until `heal`. */
  cut(): void
  heal(): void
  /** Closes the page and opens it again, cut off or not. */
  reload(): Promise<void>
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
  /** Each page keeps in the same place what it could not send. */
  const openStore = async (): Promise<UnsentStore> => {
    const unsent = openUnsentStore(browser)
    // Nobody types before the page has been there for a moment.
    await unsent.hasAny()
    return unsent
  }
  const made: string[] = []
  const acknowledged = new Set<string>()
  let isThere = false
  const connect = async (address: HubAddress): Promise<Replica> => {
    const unsent = await openStore()
    const greeting = { name, side: 'resident' as const, languages: [] }
    const replica = connectReplica(address, greeting, { openLine: air.open, firstRetry: 20, unsent })
    isThere = false
    void replica.loaded.then(() => {
      isThere = true
    })
    const before = made.length
    replica.saving.subscribe(() => {
      // Of what earlier pages made, this one says nothing.
      if (replica.saving.get().state === 'saved') for (const id of made.slice(before)) acknowledged.add(id)
    })
    return replica
  }
  let replica = await isLive(await connect({ url, credential: { kind: 'code', code } }))
  return {
    get replica() {
      return replica
    },
    made,
    acknowledged,
    act() {
      // A page that never reached the room has no wall to write on.
      if (!isThere) return
      const writer = { doc: replica.doc, person: name, origin: null, now: () => 1 }
      const card = random.of(readAll(replica.doc, 'cards'))
      const turn = card ? random.under(3) : 0
      if (turn === 0) made.push(addCard(writer, { type: 'note', text: `${name} ${made.length}` }))
      else if (turn === 1 && card) moveCards(writer, [card.id], [random.under(50), 1])
      else if (card) writeCard(writer, card.id, `${card.text.slice(0, 60)} ${random.words()}`)
    },
    cut: () => air.set(true),
    heal: () => air.set(false),
    async reload() {
      const token = replica.token()
      replica.dispose()
      replica = await connect({ url, credential: { kind: 'token', token } })
    },
    leave: () => replica.dispose(),
  }
}
