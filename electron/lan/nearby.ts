import type { EventEmitter } from 'node:events'
import { isIPv4 } from 'node:net'
import { type NetworkInterfaceInfo, networkInterfaces } from 'node:os'
import { Bonjour, type Browser, type Service } from 'bonjour-service'
import { z } from 'zod'
import type { NearbyRoom } from '#shared/ipc/roomContract'
import { readPrint, roomPlace } from '#shared/sync/place'

/** A room as the network is told of it. */
export interface Announcement {
  /** The board's id. */
  readonly board: string
  readonly title: string
  readonly port: number
  readonly print: string
}

/** Rooms on this network, by mDNS: a help where the network lets it through, which many do not. None of it throws. */
export interface Nearby {
  /** Tells the network of a room until it is hushed; one it was told of already is from now on as it is said here. */
  announce(room: Announcement): void
  hush(board: string): void
  /** The rooms of others that have answered lately; the looking begins with the first question and ends soon after the last. */
  look(): readonly NearbyRoom[]
  close(): void
}

export interface NearbyOptions {
  /** This computer's addresses on the networks that are asked and told. */
  readonly addresses?: () => readonly string[]
  /** UDP; that of mDNS unless a test keeps to itself. */
  readonly port?: number
}

const TYPE = 'common-ground'
/** ms between two questions to the network; a room that leaves two of them unanswered is gone. */
const ASK_EVERY = 3_000
/** ms after the last `look`. */
const LOOKS_ON = 12_000
/** UTF-8 bytes; a record holds 255 with its name. */
const LONGEST_TITLE = 150

/** Is quiet at first. */
export function createNearby({ addresses = networkAddresses, port }: NearbyOptions = {}): Nearby {
  const stations = new Map<string, Station>()
  const announced = new Map<string, Announcement>()
  let askedAt = 0
  let lookedAt = 0
  let timer: NodeJS.Timeout | undefined

  /** One station for every network that this computer is on just now. */
  const tune = () => {
    const here = new Set(addresses())
    for (const [address, station] of stations) {
      if (here.has(address)) continue
      station.close()
      stations.delete(address)
    }
    for (const address of here) {
      if (stations.has(address)) continue
      const station = openStation(address, port)
      if (!station) continue
      stations.set(address, station)
      for (const room of announced.values()) station.announce(room)
    }
  }
  const rest = () => {
    clearInterval(timer)
    timer = undefined
    for (const station of stations.values()) station.stopLooking()
    if (announced.size > 0) return
    for (const station of stations.values()) station.close()
    stations.clear()
  }
  const ask = () => {
    if (Date.now() - lookedAt > LOOKS_ON) return rest()
    askedAt = Date.now()
    tune()
    for (const station of stations.values()) station.ask()
  }
  const hush = (board: string) => {
    if (!announced.delete(board)) return
    for (const station of stations.values()) station.hush(board)
    if (announced.size === 0 && timer === undefined) rest()
  }

  return {
    announce(room) {
      // The stations stay: one that closed would be deaf to questions until the next one has its socket.
      for (const station of stations.values()) station.hush(room.board)
      announced.set(room.board, room)
      tune()
      for (const station of stations.values()) station.announce(room)
    },
    hush,
    look() {
      lookedAt = Date.now()
      timer ??= setInterval(ask, ASK_EVERY)
      if (lookedAt - askedAt > ASK_EVERY) ask()
      const found = new Map<string, NearbyRoom>()
      for (const station of stations.values()) {
        for (const { board, room } of station.found()) if (!announced.has(board)) found.set(board, room)
      }
      return [...found.values()].sort((a, b) => a.title.localeCompare(b.title))
    },
    close() {
      announced.clear()
      rest()
    },
  }
}

interface Found {
  readonly board: string
  readonly room: NearbyRoom
}

interface Station {
  announce(room: Announcement): void
  hush(board: string): void
  ask(): void
  stopLooking(): void
  found(): readonly Found[]
  close(): void
}

/** The mDNS of one network; undefined where there is none to be had. */
function openStation(address: string, port: number | undefined): Station | undefined {
  const bonjour = guarded(address, port)
  if (!bonjour) return undefined
  const told = new Map<string, Service>()
  let asking: Browser | undefined
  let before: readonly Found[] = []
  const read = (browser: Browser | undefined) =>
    (browser?.services ?? []).flatMap((service) => foundIn(service) ?? [])
  return {
    announce({ board, title, port: at, print }) {
      if (told.has(board)) return
      const txt = { b: board, t: shortTitle(title), p: print }
      // The name has to be one that nobody else on the network has.
      const name = `${print.slice(0, 12)}-${board.slice(0, 12)}`
      told.set(board, bonjour.publish({ name, type: TYPE, port: at, txt, probe: false, disableIPv6: true }))
    },
    hush(board) {
      told.get(board)?.stop?.()
      told.delete(board)
      // The library forgets by name, and the name under which rooms are asked for is that of all of them.
      for (const service of told.values()) registerAgain(bonjour, service)
    },
    ask() {
      before = read(asking)
      asking?.stop()
      asking = bonjour.find({ type: TYPE })
    },
    stopLooking() {
      asking?.stop()
      asking = undefined
      before = []
    },
    found: () => [...before, ...read(asking)],
    close() {
      asking?.stop()
      // Its goodbyes are on their way first.
      bonjour.unpublishAll(() => bonjour.destroy())
    },
  }
}

/** Has questions answered with what this service is; nothing is sent. What is registered already stays as it is. */
function registerAgain(bonjour: Bonjour, service: Service): void {
  const { server } = bonjour as unknown as { server: { register(records: unknown): void } }
  server.register(service.records())
}

/** An instance of its own for one address. Whatever a socket or a stranger's packet does, nothing is thrown. */
function guarded(address: string, port: number | undefined): Bonjour | undefined {
  const ignore = () => {}
  // A socket on a network that is gone would speak on another one.
  if (!ownAddresses().includes(address)) return undefined
  try {
    const options = { interface: address, bind: '0.0.0.0', ...(port === undefined ? {} : { port }) }
    const bonjour = new Bonjour(options as ConstructorParameters<typeof Bonjour>[0], ignore)
    const { mdns } = (bonjour as unknown as { server: { mdns: EventEmitter } }).server
    mdns.on('error', ignore)
    mdns.on('warning', ignore)
    const { emit } = mdns
    mdns.emit = (event, ...args) => {
      try {
        return emit.call(mdns, event, ...args)
      } catch {
        // A packet that the library trips over is no room.
        return false
      }
    }
    return bonjour
  } catch {
    return undefined
  }
}

const record = z.object({
  port: roomPlace.shape.port,
  referer: z.object({ address: z.string().refine(isIPv4) }),
  txt: z.object({
    b: z.string().regex(/^[\w-]{1,64}$/),
    t: z.string().max(1_000),
    p: z.string().refine((print) => print !== '' && readPrint(print) !== undefined),
  }),
})

/** The room that a stranger's record speaks of; undefined when it speaks of none. */
export function foundIn(service: unknown): Found | undefined {
  const read = record.safeParse(service)
  if (!read.success) return undefined
  const { port, referer, txt } = read.data
  const place = { host: referer.address, port, print: txt.p }
  return { board: txt.b, room: { title: shortTitle(txt.t), place } }
}

/** A title as far as it fits, without what is unseen or turns words around. */
function shortTitle(title: string): string {
  let short = ''
  for (const character of title.replace(UNSEEN, ' ').replace(/\s+/gu, ' ').trim()) {
    if (Buffer.byteLength(short + character) > LONGEST_TITLE) break
    short += character
  }
  return short
}
const UNSEEN = /[\p{Cc}\p{Cs}\u200b\u200e\u200f\u2028-\u202e\u2060-\u2069\ufeff]/gu

function networkAddresses(): string[] {
  return ownAddresses(({ family, internal }) => family === 'IPv4' && !internal)
}

function ownAddresses(isWanted: (each: NetworkInterfaceInfo) => boolean = () => true): string[] {
  return Object.values(networkInterfaces())
    .flatMap((list) => list ?? [])
    .filter(isWanted)
    .map(({ address }) => address)
}
