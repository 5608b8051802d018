import { z } from 'zod'
import { purgeOrder } from '../board/purgeOrder'
import { SIDES } from '../board/vocabulary'
import { FAILURE_CODES } from '../failure'
import { guidance, guideOrder } from '../room/guiding'
import { carriedRound, leftover, roundAsk, roundOrder, shownRound } from '../room/round'
import { roomPlace } from './place'

/**
 * What a window and the hub say to each other over one WebSocket. Every message is binary and begins with
 * one of these bytes:
 *
 * - `control`: UTF-8 JSON, one of the schemas below;
 * - `update`: varuint sequence number, then a y-protocols sync message (step 1, step 2 or update), or the
 *   `whole` document as a deflated version 2 update, with which the hub answers an empty replica. A window
 *   numbers its own updates from 1 on each connection; the hub sends 0. `saved.through` names the last one
 *   that is in the file;
 * - `presence`: see `presenceBytes.ts`;
 * - `sealed`: the name of a document (varint length, UTF-8) and then as `update`, about what the person at this window
 *   has in a round, alone or with those of their group; the name is that of the round where everybody has one of their
 *   own. Nobody else's windows hear of it; `sealed.through` names the last one in the file;
 * - `beat`: nothing follows. The hub sends one every `BEAT_EVERY` ms, because a browser is not told when a
 *   network goes silent.
 *
 * A window speaks first with `hello`; until the hub has answered `welcome` nothing else is read.
 */
export const PROTOCOL_VERSION = 8

export const MESSAGE = { control: 0, update: 1, presence: 2, beat: 3, sealed: 4 } as const

/** What follows the sequence number; the first three are those of y-protocols. */
export const SYNC = { vector: 0, difference: 1, update: 2, whole: 3 } as const

/** Milliseconds. */
export const BEAT_EVERY = 5_000

/** Bytes; the hub refuses larger ones (ws alone would allow 100 MiB). */
export const MAX_MESSAGE = 8 * 1024 * 1024

/** Bytes of a control message to the hub. */
export const MAX_HELLO = 64 * 1024

/** UTF-16 units. */
export const MAX_NAME = 60

/** The path of the WebSocket on the hub's server. */
export const SYNC_PATH = '/sync'

export const ROLES = ['facilitator', 'participant', 'observer'] as const
export type Role = (typeof ROLES)[number]

export const credential = z.discriminatedUnion('kind', [
  /**
   * Handed to windows of the host's own app, and to guests for coming back. Whoever scanned another code since says
   * so: then the token counts only in the room with that code.
   */
  z.object({ kind: z.literal('token'), token: z.string().max(200), code: z.string().max(40).optional() }),
  /** Typed or scanned in the room. */
  z.object({ kind: z.literal('code'), code: z.string().max(40) }),
])
export type Credential = z.infer<typeof credential>

export const hello = z.object({
  say: z.literal('hello'),
  protocol: z.number().int(),
  credential,
  /** Empty to stay anonymous. The hub trims it and refuses a longer one with `badName`. */
  name: z.string(),
  side: z.enum(SIDES),
  languages: z.array(z.string().max(35)).max(20),
  /** Only watch: asks for the observer's role. */
  watch: z.boolean().optional(),
  /** The board's count of purges when this window started from an empty copy; left out by one that does so now. */
  purges: z.number().int().nonnegative().optional(),
  /**
   * Another hub that keeps a file of its own of this board, and where it would host it: it is told whose words go, and
   * takes them out of its file too.
   */
  keeps: roomPlace.pick({ port: true, print: true }).optional(),
})
export type Hello = z.infer<typeof hello>

/** A copy of the board, or of a part of it, that left: what it is and the file's name. */
export const exportedCopy = z.object({
  kind: z.enum(['html', 'pdf', 'png', 'txt', 'ground', 'print']),
  name: z.string().max(300),
})
export type ExportedCopy = z.infer<typeof exportedCopy>

/** The SHA-256 of a token, and the id of the person who comes in with it. */
const device = z.tuple([z.string().regex(/^[0-9a-f]{64}$/), z.string().min(1).max(64)])

/** What a window may say. */
export const fromGuest = z.discriminatedUnion('say', [
  hello,
  /** This window saved a copy on its own device, where no purge reaches it. */
  exportedCopy.extend({ say: z.literal('exported') }),
  /** Facilitators only: the hub ends the connection of anybody else with `rejected`. */
  z.object({ say: z.literal('round'), order: roundOrder }),
  /** Not for observers, whose connection ends likewise; without effect for whoever may not write at the moment. */
  z.object({ say: z.literal('ask'), round: z.string().max(40), ask: roundAsk }),
  /** Only from who `keeps` a file: by which tokens people are known whom this hub has never seen, see `standby`. */
  z.object({ say: z.literal('devices'), devices: z.array(device).max(2_000) }),
  /** This person wants nothing more of what they have left in a round that was cancelled. */
  z.object({ say: z.literal('letGo'), round: z.string().max(40) }),
  /** Facilitators only, likewise. */
  z.object({ say: z.literal('guide'), order: guideOrder }),
])
export type FromGuest = z.infer<typeof fromGuest>

export const peerInfo = z.object({
  /** One connection; a person may have several. */
  peer: z.number().int(),
  person: z.string(),
  name: z.string(),
  side: z.enum(SIDES),
  role: z.enum(ROLES),
})
export type PeerInfo = z.infer<typeof peerInfo>

/** What the hub may say. */
export const fromHub = z.discriminatedUnion('say', [
  z.object({
    say: z.literal('welcome'),
    board: z.string(),
    me: peerInfo,
    /** With this token the same person comes back after a reload. */
    token: z.string(),
    /** How often words have been taken out of this board for good. */
    purges: z.number().int().nonnegative(),
  }),
  /**
   * Words were taken out for good. A window's copy may hold them in what it can undo: once the hub has all that
   * it wrote, it lets go of the copy and starts from an empty one.
   */
  z.object({
    say: z.literal('purged'),
    purges: z.number().int().nonnegative(),
    /** Everything that went so far; only to whoever `keeps` a file. */
    orders: z.array(purgeOrder).optional(),
  }),
  z.object({ say: z.literal('refused'), code: z.enum(FAILURE_CODES) }),
  z.object({ say: z.literal('people'), people: z.array(peerInfo) }),
  /** Whether guests may only look for now; their `role` among the people says so too. */
  z.object({ say: z.literal('readOnly'), isOn: z.boolean() }),
  /** The round that runs, or null. Said on joining, and whenever it changes by more than the time that passes. */
  z.object({ say: z.literal('round'), round: shownRound.nullable() }),
  /** The same, only to whoever `keeps` a file: with it that hub goes on with the round if this one goes away. */
  z.object({ say: z.literal('carry'), round: carriedRound.nullable() }),
  /** Cancelled rounds in which this person has something left. Said on joining, and when that changes. */
  z.object({ say: z.literal('leftovers'), rounds: z.array(leftover) }),
  /** The file holds what this window has sent of its sealed document up to this number. */
  z.object({ say: z.literal('sealed'), through: z.number().int() }),
  /** Where everybody is asked to look; said on joining when anybody asks, and when it changes. */
  z.object({ say: z.literal('guidance'), guidance }),
  /** The file holds this window's updates up to this number. */
  z.object({ say: z.literal('saved'), through: z.number().int() }),
  z.object({ say: z.literal('notSaved'), code: z.enum(FAILURE_CODES) }),
  /** An update was refused: the window lets go of its replica and loads the hub's. */
  z.object({ say: z.literal('rejected'), code: z.enum(FAILURE_CODES) }),
  z.object({ say: z.literal('ended') }),
  /**
   * Where to look for this room if its host goes away, by rank; null is the hub that says so. Whoever `keeps` a file
   * also hears the hashes of the tokens by which people are known, with their persons, and the origins of the pages
   * that this hub has served.
   */
  z.object({
    say: z.literal('standby'),
    places: z.array(roomPlace.nullable()).max(64),
    devices: z.array(device).optional(),
    origins: z.array(z.string()).optional(),
  }),
  /** Only from a hub that keeps a copy of another one's board: whether that one is away just now. */
  z.object({ say: z.literal('away'), isAway: z.boolean() }),
])
export type FromHub = z.infer<typeof fromHub>
