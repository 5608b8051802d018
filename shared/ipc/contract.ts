import { z } from 'zod'
import { hostOf } from '../board/links'
import { purgeOrder } from '../board/purgeOrder'
import { STAGES } from '../board/vocabulary'
import { damageReport } from '../damageReport'
import { FAILURE_CODES } from '../failure'
import { exportedCopy } from '../sync/protocol'
import { templatePicture } from '../templates/picture'
import { type CallName, type EventName, MENU_COMMANDS } from './names'
import { searchAnswer } from './readerContract'
import { hostedRoom, nearbyRoom, roomOrder, wayIn } from './roomContract'

export * from './names'
export * from './roomContract'

/**
 * Everything a desktop window may ask of the main process, and everything the main process may tell it.
 * Both sides parse with these schemas; the preload exposes exactly these names.
 */

const failure = z.object({
  code: z.enum(FAILURE_CODES),
  detail: z.string().optional(),
  /** The board that was not opened, so that the page can ask to open it in another way. */
  path: z.string().optional(),
})

function result<T extends z.ZodType>(value: T) {
  return z.discriminatedUnion('ok', [
    z.object({ ok: z.literal(true), value }),
    z.object({ ok: z.literal(false), failure }),
  ])
}

export const recentBoard = z.object({
  path: z.string(),
  title: z.string(),
  place: z.string(),
  /** ms since 1970 */
  openedAt: z.number(),
  /** False when nobody has opened it here: `openedAt` is the file's own time then. */
  wasOpened: z.boolean(),
  /** Who hosted it last, or empty. */
  host: z.string(),
  /** Bytes; null when the file is not there. */
  size: z.number().nullable(),
  /** PNG or JPEG as a data URL, or empty. */
  thumbnail: z.string(),
  /** The file is no longer where it was. */
  missing: z.boolean(),
  /** What is there is damaged or no board; opening it says more. */
  unreadable: z.boolean(),
  /** It is under a passphrase: nothing of it is shown. */
  locked: z.boolean(),
  /** A window of this app works on it. */
  open: z.boolean(),
  /** Damaged files that repairs of it have kept beside it; the day is that of the repair, as `2026-11-24`. */
  damagedCopies: z.array(z.object({ path: z.string(), day: z.string() })),
})
export type RecentBoard = z.infer<typeof recentBoard>

/** A wall to begin with. */
export const template = z.object({
  name: z.string(),
  title: z.string(),
  about: z.string(),
  picture: templatePicture,
})
export type Template = z.infer<typeof template>

export const settings = z.object({
  /** `system`, or the tag of a language file. */
  language: z.string().max(35),
  name: z.string(),
  /** `system` is what the device asks for, here and below. */
  contrast: z.enum(['system', 'normal', 'high']),
  /** Of the projector; `same` is what `contrast` says. */
  projectorContrast: z.enum(['same', 'normal', 'high']),
  theme: z.enum(['system', 'light', 'dark']),
  /** How large the controls around the wall are; large ones are for a touch screen on a wall. */
  controls: z.enum(['normal', 'large']),
  /** Where the tools stand: where reading begins, on the other side, or below. */
  rail: z.enum(['start', 'end', 'bottom']),
})
export type Settings = z.infer<typeof settings>

/** The settings of somebody who has changed none. */
export const FIRST_SETTINGS: Settings = {
  language: 'system',
  name: '',
  contrast: 'system',
  projectorContrast: 'same',
  theme: 'system',
  controls: 'normal',
  rail: 'start',
}

/** Settings as they were kept, by this version or by one that knew fewer of them. */
export const keptSettings = settings
  .partial()
  .transform((kept): Settings => ({ ...FIRST_SETTINGS, ...(kept as Partial<Settings>) }))

/** UTF-16 units; longer than anybody types. */
export const MAX_PASSPHRASE = 1000
const passphrase = z.string().min(1).max(MAX_PASSPHRASE)

/** A board this window has open, and how its replica reaches the hub. */
export const openedBoard = z.object({
  path: z.string(),
  /** WebSocket address on loopback. */
  url: z.string(),
  token: z.string(),
  /** It is under a passphrase. */
  sealed: z.boolean(),
  /** Why it may only be looked at; null when it may be written. */
  lookOnly: z
    .object({
      because: z.enum(FAILURE_CODES),
      /** The computer that has it open, when that is known. */
      holder: z.string(),
    })
    .nullable(),
  /** It is a copy of the board in the room of another computer, which was at `host` the last time, with its fingerprint. */
  joined: z.object({ host: z.string(), print: z.string() }).optional(),
  /** The path of the board that holds what the room had refused of the copy before this one. */
  apart: z.string().optional(),
})
export type OpenedBoard = z.infer<typeof openedBoard>

/** A kept state of a board, without its content. What a newer program wrote reads as something plain. */
export const boardVersion = z.object({
  id: z.number().int(),
  /** ms since 1970 */
  made: z.number(),
  /** Why it was kept: a person named it, a stage ended, people had worked for a while, a restore followed. */
  kind: z.enum(['named', 'stage', 'busy', 'beforeRestore']).catch('named'),
  name: z.string().catch(''),
  /** Of the room at that time; the one that ended when that is why it was kept. */
  stage: z.enum(STAGES).catch('stories'),
  /** On the wall. */
  cards: z.number().int().catch(0),
  /** In the file. */
  bytes: z.number(),
})
export type BoardVersion = z.infer<typeof boardVersion>

/** The newest first; `damaged` ones cannot be listed. */
export const boardVersions = z.object({ versions: z.array(boardVersion), damaged: z.number() })
export type BoardVersions = z.infer<typeof boardVersions>
/** A copy that left a board, where no purge reaches it. */
export const knownExport = z.object({
  /** ms since 1970 */
  made: z.number(),
  kind: exportedCopy.shape.kind,
  name: z.string(),
  /** On the device of a guest, not on this computer. */
  isGuest: z.boolean().default(false),
})
export type KnownExport = z.infer<typeof knownExport>

/** What a purge did. The words are gone from the board; a failure of the call means that nothing was done. */
export const purged = z.object({
  /** Versions that lost words. */
  versions: z.number(),
  /** Versions in which others still call them by name, or by title. */
  mentioning: z.number(),
  /** The copies that it cannot reach. */
  exports: z.array(knownExport),
  /** They went with the name of whoever hosted last. */
  wasHost: z.boolean(),
  /** Why the file still has the words; it loses them as soon as it can be written. */
  owed: z.enum(FAILURE_CODES).nullable(),
})
export type Purged = z.infer<typeof purged>

const nothing = z.void()
/** Any `Uint8Array`: `z.instanceof` would ask for one over a plain ArrayBuffer, which encoders do not promise. */
export const someBytes = z.custom<Uint8Array>((value) => value instanceof Uint8Array)

export const calls = {
  appInfo: {
    request: nothing,
    response: z.object({
      version: z.string(),
      platform: z.string(),
      language: z.string(),
      /** What this window was opened for. */
      view: z.enum(['home', 'projector']),
      board: openedBoard.nullable(),
    }),
  },
  listBoards: { request: nothing, response: z.array(recentBoard) },
  forgetBoard: { request: z.object({ path: z.string() }), response: nothing },
  /** Puts a board that was forgotten a moment ago back on the list. */
  recallBoard: { request: z.object({ path: z.string() }), response: nothing },
  /** Gives a board another name, and its file too where nothing stands in the way. The value is its path from now on. */
  renameBoard: {
    request: z.object({
      path: z.string(),
      title: z.string().trim().min(1).max(200),
      /** Of a board that has one and is not open. */
      passphrase: passphrase.optional(),
    }),
    response: result(z.string()),
  },
  /** The value is the path of the copy, which is another board with the same content. */
  duplicateBoard: { request: z.object({ path: z.string() }), response: result(z.string()) },
  revealBoard: { request: z.object({ path: z.string() }), response: result(z.null()) },
  /** Asks where, and puts a copy of the board there. The value is its path. */
  exportBoard: { request: z.object({ path: z.string() }), response: result(z.string()) },
  trashBoard: { request: z.object({ path: z.string() }), response: result(z.null()) },
  /** Looks through the boards of Home for a moment; ask again while some are `waiting`. */
  searchBoards: { request: z.object({ query: z.string().max(200) }), response: result(searchAnswer) },
  listTemplates: { request: nothing, response: z.array(template) },
  createBoard: {
    request: z.object({
      title: z.string().max(200),
      place: z.string().max(200),
      /** Its name; an empty wall without. */
      template: z.string().max(100).optional(),
    }),
    response: result(openedBoard),
  },
  /**
   * Without a path it asks the person for a file. One that this window may only look at is opened for writing, if
   * it can be by now.
   */
  openBoard: {
    request: z.object({ path: z.string().optional(), passphrase: passphrase.optional() }),
    response: result(openedBoard),
  },
  /** Puts this window's board under a passphrase, or under none. On failure the old state stands. */
  /** `present` is the one that the board has now; `wrongPassphrase` when it is another, or left out. */
  setPassphrase: {
    request: z.object({
      path: z.string(),
      passphrase: passphrase.nullable(),
      present: passphrase.optional(),
    }),
    response: result(z.null()),
  },
  /** Makes a copy of one's own in the boards folder and opens that. */
  openCopy: { request: z.object({ path: z.string() }), response: result(openedBoard) },
  openSample: { request: nothing, response: result(openedBoard) },
  /** The rooms on this network that tell of themselves; asked again and again by whoever wants to see them come. */
  listNearby: { request: nothing, response: z.array(nearbyRoom) },
  /** Comes into the room of another computer, and opens a copy of its board that is kept on this one. */
  joinRoom: { request: wayIn, response: result(openedBoard) },
  /** What of a board that was not opened can be read. Nothing is changed. */
  inspectDamage: {
    request: z.object({ path: z.string(), passphrase: z.string().optional() }),
    response: result(damageReport),
  },
  /** Puts what can be read in the place of a damaged board, and opens it. The damaged file stays as `damaged`. */
  repairBoard: {
    request: z.object({ path: z.string(), passphrase: z.string().optional() }),
    response: result(z.object({ board: openedBoard, damaged: z.string() })),
  },
  /** After `closing`: the page is asking the person, who may take as long as they like, or they want to stay. */
  answerClosing: { request: z.object({ answer: z.enum(['asking', 'stay']) }), response: nothing },
  closeBoard: { request: z.object({ path: z.string() }), response: nothing },
  keepThumbnail: {
    request: z.object({ path: z.string(), title: z.string(), place: z.string(), image: someBytes }),
    response: nothing,
  },
  openRoom: { request: z.object({ path: z.string() }), response: result(hostedRoom) },
  closeRoom: { request: z.object({ path: z.string() }), response: nothing },
  /** Null when no room is open on the board of this window. */
  roomState: { request: z.object({ path: z.string() }), response: hostedRoom.nullable() },
  leadRoom: {
    request: z.object({ path: z.string(), order: roomOrder }),
    response: result(hostedRoom),
  },
  /** Fills the projector with the code of the open room, opening the projector if need be, or takes it off. */
  showCode: { request: z.object({ isShown: z.boolean() }), response: nothing },
  /** The same, the other way round than it is. */
  toggleCode: { request: nothing, response: nothing },
  /** Shows the room's address on this network from now on, until the app ends. */
  showNetwork: { request: z.object({ path: z.string(), network: z.string() }), response: nothing },
  listVersions: { request: z.object({ path: z.string() }), response: result(boardVersions) },
  keepVersion: {
    request: z.object({ path: z.string(), name: z.string().min(1).max(200) }),
    response: result(boardVersion),
  },
  /** The board as it is, before it is put back to another version. */
  keepBeforeRestore: { request: z.object({ path: z.string() }), response: result(boardVersion) },
  /** Raw deflate of a Yjs update (version 2) of the whole document. */
  readVersion: {
    request: z.object({ path: z.string(), id: z.number().int() }),
    response: result(someBytes),
  },
  renameVersion: {
    request: z.object({ path: z.string(), id: z.number().int(), name: z.string().min(1).max(200) }),
    response: result(z.null()),
  },
  removeVersion: {
    request: z.object({ path: z.string(), id: z.number().int() }),
    response: result(z.null()),
  },
  /** Takes a person's or a story's words out of the board this window has open, for good. */
  purge: { request: z.object({ path: z.string(), what: purgeOrder }), response: result(purged) },
  listExports: { request: z.object({ path: z.string() }), response: result(z.array(knownExport)) },
  /** Answers once the pictures of a large board and the like are looked through; true when something is damaged. */
  checkRest: { request: z.object({ path: z.string() }), response: result(z.boolean()) },
  /** The names of damaged files that repairs have kept beside the board. */
  listDamaged: { request: z.object({ path: z.string() }), response: z.array(z.string()) },
  /** Deletes such files for good, and not into the trash. */
  removeDamaged: {
    request: z.object({ path: z.string(), names: z.array(z.string()) }),
    response: result(z.null()),
  },
  openProjector: { request: z.object({ path: z.string() }), response: nothing },
  closeProjector: { request: nothing, response: nothing },
  /** Prints a whole HTML document to a tagged PDF and asks where to save it. The value is the path. */
  exportPdf: {
    request: z.object({ html: z.string().max(64_000_000), title: z.string().max(200) }),
    response: result(z.string()),
  },
  /** Asks where to save; the value is the path. */
  saveFile: {
    request: z.object({
      name: z.string().max(200),
      kind: z.enum(['html', 'png', 'txt', 'ground']),
      bytes: someBytes,
    }),
    response: result(z.string()),
  },
  /** Opens an address of the web in the person's own browser. */
  openLink: {
    request: z.object({ link: z.string().refine((link) => hostOf(link) !== null) }),
    response: nothing,
  },
  /** Pastes into the page that asks, as the keys do: it may not look at the clipboard by itself. */
  paste: { request: nothing, response: nothing },
  readSettings: { request: nothing, response: settings },
  changeSettings: { request: settings.partial(), response: settings },
} as const satisfies Record<CallName, { request: z.ZodType; response: z.ZodType }>

export type Calls = typeof calls
export type CallRequest<N extends CallName> = z.input<Calls[N]['request']>
export type CallResponse<N extends CallName> = z.output<Calls[N]['response']>

export const events = {
  menuCommand: z.enum(MENU_COMMANDS),
  /** A board was opened from outside (a double click on a file). */
  boardOpened: result(openedBoard),
  /** What Home lists is not what it was. */
  boardsChanged: z.object({}),
  /** The window wants to close: answer `closeBoard` once everything is saved, or `answerClosing`. */
  closing: z.object({}),
  settingsChanged: settings,
  /** The room on this window's board is not what it was. */
  roomChanged: hostedRoom.nullable(),
} as const satisfies Record<EventName, z.ZodType>

export type Events = typeof events
export type EventPayload<N extends EventName> = z.output<Events[N]>
