import { z } from 'zod'
import { purgeOrder } from '../board/purgeOrder'
import { damageReport } from '../damageReport'
import { FAILURE_CODES } from '../failure'
import { roomPlace } from '../sync/place'
import { exportedCopy, hello } from '../sync/protocol'
import {
  boardVersion,
  boardVersions,
  invitation,
  knownExport,
  nearbyRoom,
  openedBoard,
  purged,
  roomOrder,
  roomRules,
  someBytes,
} from './contract'

/** What Electron's main process and the hub's own process say to each other. Both sides parse. */

const failure = z.object({ code: z.enum(FAILURE_CODES), detail: z.string().optional() })

/** What a repair found, and where the damaged file stays. */
export const repaired = z.object({ report: damageReport, damaged: z.string() })

export const hubRequest = z.discriminatedUnion('do', [
  z.object({
    do: z.literal('create'),
    path: z.string(),
    title: z.string(),
    place: z.string(),
    language: z.string(),
    /** Who hosts from this computer. */
    host: z.string().default(''),
  }),
  /** Makes a board that begins with what the template in the folder `source` holds. */
  z.object({
    do: z.literal('createFrom'),
    path: z.string(),
    source: z.string(),
    title: z.string(),
    place: z.string(),
    language: z.string(),
    /** Who hosts from this computer. */
    host: z.string().default(''),
  }),
  /** Comes into the room of another computer, and opens a copy of its board in `folder`. */
  z.object({
    do: z.literal('join'),
    folder: z.string(),
    place: roomPlace,
    code: z.string(),
    takesAnyComputer: z.boolean(),
    greeting: hello.pick({ name: true, side: true, languages: true }),
    /** The title of a copy that the room refused, in which `{{title}}` stands for the board's. */
    apartTitle: z.string(),
  }),
  /** Answers the rooms on this network that tell of themselves; asked again and again by whoever wants to see them come. */
  z.object({ do: z.literal('nearby') }),
  /** Opens a board; one that could only be looked at is tried again. */
  z.object({ do: z.literal('open'), path: z.string(), passphrase: z.string().optional() }),
  z.object({ do: z.literal('setPassphrase'), path: z.string(), passphrase: z.string().nullable() }),
  z.object({ do: z.literal('inspectDamage'), path: z.string(), passphrase: z.string().optional() }),
  z.object({ do: z.literal('repair'), path: z.string(), passphrase: z.string().optional() }),
  /** Builds the sample workshop at `path` from the folder `source`, then opens it. */
  z.object({
    do: z.literal('openSample'),
    path: z.string(),
    source: z.string(),
    host: z.string().default(''),
  }),
  /** Answers when everything is in the file and the file is let go. */
  z.object({ do: z.literal('close'), path: z.string() }),
  /** Answers what is wrong with the parts of a large open board that its opening left out; null when nothing is. */
  z.object({ do: z.literal('checkRest'), path: z.string() }),
  /** Changes the title, and the file's name to `name` where nothing stands in the way; answers the path. */
  z.object({
    do: z.literal('rename'),
    path: z.string(),
    title: z.string(),
    name: z.string(),
    passphrase: z.string().optional(),
  }),
  /**
   * Copies everything that is saved to the file `to`. As a new board it gets an id of its own, and a title in
   * which `{{title}}` stands for the old one. Answers whether the board could note that there is a copy.
   */
  z.object({
    do: z.literal('copy'),
    path: z.string(),
    to: z.string(),
    asNew: z.object({ title: z.string() }).nullable(),
  }),
  /** `rules` are those of the room that was open at the hub before this one. */
  z.object({
    do: z.literal('openRoom'),
    path: z.string(),
    host: z.string().default(''),
    rules: roomRules.optional(),
  }),
  z.object({ do: z.literal('leadRoom'), path: z.string(), order: roomOrder }),
  z.object({ do: z.literal('closeRoom'), path: z.string() }),
  z.object({ do: z.literal('roomState'), path: z.string() }),
  /** Answers when the room ends: true when somebody else hosts it now. */
  z.object({ do: z.literal('roomEnd'), path: z.string() }),
  z.object({ do: z.literal('keepThumbnail'), path: z.string(), image: z.instanceof(Uint8Array) }),
  z.object({ do: z.literal('listVersions'), path: z.string() }),
  z.object({ do: z.literal('keepVersion'), path: z.string(), name: z.string() }),
  z.object({ do: z.literal('keepBeforeRestore'), path: z.string() }),
  z.object({ do: z.literal('readVersion'), path: z.string(), id: z.number().int() }),
  z.object({ do: z.literal('renameVersion'), path: z.string(), id: z.number().int(), name: z.string() }),
  z.object({ do: z.literal('removeVersion'), path: z.string(), id: z.number().int() }),
  z.object({ do: z.literal('purge'), path: z.string(), what: purgeOrder }),
  z.object({
    do: z.literal('noteExport'),
    path: z.string(),
    copy: exportedCopy,
    /** ms since 1970; now without. */
    made: z.number().optional(),
  }),
  z.object({ do: z.literal('listExports'), path: z.string() }),
  z.object({ do: z.literal('removeDamaged'), path: z.string(), names: z.array(z.string()) }),
  z.object({ do: z.literal('shutDown') }),
])
export type HubRequest = z.infer<typeof hubRequest>

/** `isSealed`: the board has a passphrase, so its picture is kept nowhere else. */
export const keptThumbnail = z.object({ isSealed: z.boolean() })
export type KeptThumbnail = z.infer<typeof keptThumbnail>

const hubValue = z.union([
  openedBoard,
  invitation,
  boardVersion,
  boardVersions,
  damageReport,
  repaired,
  keptThumbnail,
  purged,
  z.array(knownExport),
  z.array(nearbyRoom),
  someBytes,
  z.string(),
  z.boolean(),
  z.null(),
])
export type HubValue = z.infer<typeof hubValue>

export const hubAnswer = z.object({
  id: z.number().int(),
  answer: z.discriminatedUnion('ok', [
    z.object({ ok: z.literal(true), value: hubValue }),
    z.object({ ok: z.literal(false), failure }),
  ]),
})
export type HubAnswer = z.infer<typeof hubAnswer>

export const hubCall = z.object({ id: z.number().int(), request: hubRequest })
