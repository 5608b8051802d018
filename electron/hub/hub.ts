import { resolve } from 'node:path'
import * as Y from 'yjs'
import type { PurgeOrder } from '#shared/board/purgeOrder'
import { changeSingleton } from '#shared/board/records'
import { BOARD_VERSION } from '#shared/board/schema'
import type { DamageReport } from '#shared/damageReport'
import { type FailureCode, failed, type Result, success } from '#shared/failure'
import type {
  Invitation,
  KnownExport,
  NearbyRoom,
  OpenedBoard,
  Purged,
  RoomOrder,
  RoomRules,
} from '#shared/ipc/contract'
import type { KeptThumbnail } from '#shared/ipc/hubContract'
import { type ExportedCopy, SYNC_PATH } from '#shared/sync/protocol'
import { packDocument, unpackDocument } from '../files/document'
import { holderElsewhere } from '../files/lock'
import { onePath } from '../files/onePath'
import type { Repaired } from '../files/repair'
import { askRepair } from '../files/thread/askRepair'
import { type OpenedThread, openFile } from '../files/thread/openFile'
import { createNearby, type NearbyOptions } from '../lan/nearby'
import type { LanOptions } from '../lan/server'
import { createTurns } from '../turns'
import { type Board, createAdmission } from './admission'
import { createOpenRooms } from './openRooms'
import { servePeer } from './peer'
import { createPeople, newToken } from './people'
import { createPictureDesk } from './pictureDesk'
import { exportsOf, purgeBoard } from './purgeBoard'
import { type Copies, joinRoom, type WayIn } from './replica/join'
import { openRoom, type Room } from './room'
import { createServers } from './servers'
import { createVersions, type Versions } from './versions'

export interface HubOptions extends LanOptions {
  /** The folder with the renderer's bundle. */
  readonly rendererFolder: string
  /** The folder with the built threads of `files/thread/`. */
  readonly threadsFolder: string
  /** Where this installation keeps what it proves itself with to other desktop apps; made anew each time without. */
  readonly identityFolder?: string
  /** Where rooms are told of and looked for; a hub that keeps to this computer does neither without. */
  readonly nearby?: NearbyOptions
  /** ms before the first try to come back into another computer's room. */
  readonly firstRetry?: number
}

/** A board while somebody works on it as a whole. */
export type InUse = Pick<Board, 'room' | 'people' | 'lookOnly'>

/** The boards that this process has open, and the servers over which windows reach them. */
export interface Hub {
  create(
    path: string,
    values: { title: string; place: string; language: string },
    host?: string,
  ): Promise<Result<OpenedBoard>>
  /** Makes a board file from a whole document and opens it. Fails when the file exists. */
  createFrom(path: string, doc: Y.Doc, host?: string): Promise<Result<OpenedBoard>>
  /** The rooms on this network that tell of themselves, as far as they have answered by now. */
  nearby(): readonly NearbyRoom[]
  /**
   * Comes into the room of another computer and opens a copy of its board in `folder`, see `joinRoom`. A copy that was
   * refused stays where it is unless `setAside` says where it goes.
   */
  join(folder: string, way: WayIn, setAside?: Copies['setAside']): Promise<Result<OpenedBoard>>
  /** Opens a board; opening it twice gives the same, and another try to write one that could only be looked at. */
  open(path: string, passphrase?: string): Promise<Result<OpenedBoard>>
  /** What is wrong with a board file, and what of it can be read. Nothing is changed. */
  inspectDamage(path: string, passphrase?: string): Promise<Result<DamageReport>>
  /** Puts what can be read in the place of a damaged board that is not open. */
  repair(path: string, passphrase?: string): Promise<Result<Repaired>>
  /** Saves and lets go of a board that may not be open. */
  close(path: string): Promise<void>
  /**
   * Works on a board, as it is open or opened for this alone; nobody opens or closes it meanwhile. With `look`
   * one that is not open need not be writable; one under a passphrase needs that while it is not open.
   */
  use<T>(
    path: string,
    work: (board: InUse, isOpen: boolean) => Promise<Result<T>>,
    how?: { readonly look?: true; readonly passphrase?: string | undefined },
  ): Promise<Result<T>>
  /** Copies a board that has a passphrase without it, see `copySealed`. */
  copySealed(path: string, to: string, asId: string | null): Promise<Result<null>>
  /**
   * Lets the network in, with a code that is new unless the room is open already. `host` is who hosts; `rules` are
   * those of a room that the hub before this one had open.
   */
  openRoom(path: string, host?: string, rules?: RoomRules): Promise<Result<Invitation>>
  /** Does what whoever hosts asks; `roomClosed` when no room is open on the board. */
  leadRoom(path: string, order: RoomOrder): Result<void>
  closeRoom(path: string): Promise<void>
  roomState(path: string): Invitation | null
  /** Resolves with true when the room on a board ends because somebody else hosts it, with false when it is let go. */
  roomEnd(path: string): Promise<boolean>
  keepThumbnail(path: string, image: Uint8Array): Promise<Result<KeptThumbnail>>
  /** What is wrong with the parts of a large open board that its opening left out; null when nothing is. */
  checkRest(path: string): Promise<Result<string | null>>
  /** Undefined when the board is not open. */
  versionsOf(path: string): Versions | undefined
  /** Takes a person's or a story's words out of an open board for good, see `Room.purge`. */
  purge(path: string, order: PurgeOrder): Promise<Result<Purged>>
  /** Notes a copy of an open board that left, at `made` (ms since 1970) if not now. */
  noteExport(path: string, copy: ExportedCopy, made?: number): Promise<Result<void>>
  /** The copies of an open board that left, the newest first. */
  listExports(path: string): Promise<Result<KnownExport[]>>
  /** Deletes damaged files beside an open board, see `removeDamagedCopies`. */
  removeDamaged(path: string, names: readonly string[]): Promise<Result<void>>
  /** Puts an open board under a passphrase, or under none. On failure the old state stands. */
  setPassphrase(path: string, passphrase: string | null): Promise<Result<void>>
  shutDown(): Promise<void>
}

/** Starts a hub. It listens on loopback as soon as a board is open. */
export function createHub(options: HubOptions): Hub {
  const boards = new Map<string, Board>()
  const admit = createAdmission(() => boards.values())

  const desk = createPictureDesk(() => boards.values())
  const origins = () => [...boards.values()].flatMap(({ reign }) => reign?.mark.origins ?? [])
  const servers = createServers(
    { ...options, origins },
    (socket, caller, line) => servePeer({ socket, line }, caller, admit),
    desk,
  )

  const nearby = options.loopbackOnly && !options.nearby ? undefined : createNearby(options.nearby)
  const rooms = createOpenRooms({ boards, servers, nearby, firstRetry: options.firstRetry })

  /** Nobody opens a board a second time while it is being opened or let go. */
  const turns = createTurns()
  const alone = <T>(path: string, work: () => Promise<T>): Promise<T> => turns.take(onePath(path), work)

  const hold = async (
    path: string,
    opened: OpenedThread,
    lookOnly: OpenedBoard['lookOnly'] = null,
  ): Promise<Result<OpenedBoard>> => {
    const opening = await roomOver(opened)
    if (!opening.ok) return opening
    const room = opening.value
    const board: Board = {
      path,
      room,
      people: createPeople(room, opened.contents.devices),
      versions: createVersions(room.doc, room.saver, room.file),
      hostToken: newToken(),
      lookOnly,
      isSealed: (await opened.file.isSealed()) === true,
      following: null,
      reign: null,
      standby: null,
      endAnnouncing: null,
      session: null,
      invitation: null,
    }
    if (!lookOnly) await rooms.follow(board)
    boards.set(onePath(path), board)
    return reach(board)
  }

  const reach = async (board: Board): Promise<Result<OpenedBoard>> => {
    const { port } = await servers.local()
    const url = `ws://127.0.0.1:${port}${SYNC_PATH}`
    const { path, hostToken: token, isSealed: sealed, lookOnly, following } = board
    const [at] = following?.mark().places ?? []
    const joined = at ? { joined: { host: at.host, print: at.print } } : {}
    return success({ path, url, token, sealed, lookOnly, ...joined })
  }

  const hub: Hub = {
    create(path, values, host) {
      const doc = new Y.Doc()
      doc.transact(() =>
        changeSingleton(doc, 'meta', { version: BOARD_VERSION, ...values, made: { by: '', at: Date.now() } }),
      )
      return hub.createFrom(path, doc, host)
    },
    createFrom(path, doc, host) {
      return alone(path, async () => {
        const make = { packed: packDocument(doc), ...(host === undefined ? {} : { host }) }
        const opened = await openFile({ path: resolve(path), scripts: options.threadsFolder, make })
        return opened.ok ? hold(resolve(path), opened.value) : opened
      })
    },
    open(path, passphrase) {
      return alone(path, async () => {
        const known = boards.get(onePath(path))
        if (known && !known.lookOnly) return reach(known)
        const opening = { path: resolve(path), scripts: options.threadsFolder, passphrase }
        const opened = await openFile(opening)
        if (opened.ok) {
          const held = await hold(resolve(path), opened.value)
          if (held.ok && known) {
            await known.versions.close()
            await known.room.close()
          }
          return held
        }
        if (known) return reach(known)
        const { code } = opened.failure
        if (!MAY_BE_LOOKED_AT.includes(code)) return opened
        const holder = code === 'boardInUse' ? holderElsewhere(onePath(path)) : ''
        const seen = await openFile({ ...opening, look: true })
        return seen.ok ? hold(resolve(path), seen.value, { because: code, holder }) : seen
      })
    },
    nearby: () => nearby?.look() ?? [],
    join: (folder, way, setAside = async (path) => path) =>
      joinRoom(folder, way, {
        create: (path, doc, id) =>
          alone(path, async () => {
            const make = { packed: packDocument(doc), id }
            const opened = await openFile({ path, scripts: options.threadsFolder, make })
            return opened.ok ? hold(path, opened.value) : opened
          }),
        open: hub.open,
        setAside,
      }),
    inspectDamage: (path, passphrase) =>
      askRepair(options.threadsFolder, { name: 'inspect', path: resolve(path), passphrase }),
    repair: (path, passphrase) =>
      alone(path, async () =>
        boards.has(onePath(path))
          ? failed('boardInUse')
          : askRepair(options.threadsFolder, { name: 'repair', path: resolve(path), passphrase }),
      ),
    close(path) {
      return alone(path, async () => {
        const board = boards.get(onePath(path))
        if (!board) return
        boards.delete(onePath(path))
        board.following?.stop()
        rooms.forget(board)
        await board.versions.close()
        await board.room.close()
        await rooms.letGo()
      })
    },
    copySealed: (path, to, asId) =>
      alone(path, () =>
        askRepair(options.threadsFolder, { name: 'copySealed', path: resolve(path), to, asId }),
      ),
    use(path, work, { look = false, passphrase } = {}) {
      return alone(path, async () => {
        const known = boards.get(onePath(path))
        if (known) return work(known, true)
        const scripts = options.threadsFolder
        const opened = await openFile({ path: resolve(path), scripts, look, passphrase })
        if (!opened.ok) return opened
        const opening = await roomOver(opened.value)
        if (!opening.ok) return opening
        const room = opening.value
        const lookOnly = look ? ({ because: 'readOnly', holder: '' } as const) : null
        try {
          return await work(
            { room, people: createPeople(room, opened.value.contents.devices), lookOnly },
            false,
          )
        } finally {
          await room.close()
        }
      })
    },
    openRoom: rooms.open,
    leadRoom: rooms.lead,
    closeRoom: rooms.close,
    roomEnd: rooms.ended,
    roomState: rooms.state,
    async keepThumbnail(path, image) {
      const board = boards.get(onePath(path))
      if (!board) return failed('missing')
      const kept = await board.room.file.keepMeta('thumbnail', image)
      // A file that may not be written at the moment has its passphrase all the same.
      return kept.ok || board.isSealed ? success({ isSealed: board.isSealed }) : kept
    },
    setPassphrase(path, passphrase) {
      return alone(path, async () => {
        const board = boards.get(onePath(path))
        if (!board) return failed('missing')
        if (board.lookOnly) return failed('readOnly')
        const done = await board.room.file.setPassphrase(passphrase)
        if (done.ok) board.isSealed = passphrase !== null
        return done
      })
    },
    checkRest: async (path) => boards.get(onePath(path))?.room.file.checkRest() ?? failed('missing'),
    versionsOf: (path) => boards.get(onePath(path))?.versions,
    async purge(path, order) {
      const board = boards.get(onePath(path))
      if (board?.following) return failed('noPermission', 'the room of another computer')
      return board ? purgeBoard(board, order) : failed('missing')
    },
    async noteExport(path, copy, made) {
      return boards.get(onePath(path))?.room.noteExport(copy, { made }) ?? failed('missing')
    },
    async listExports(path) {
      const board = boards.get(onePath(path))
      return board ? exportsOf(board) : failed('missing')
    },
    async removeDamaged(path, names) {
      const board = boards.get(onePath(path))
      if (!board) return failed('missing')
      return board.lookOnly ? failed('readOnly') : board.room.file.removeDamaged(names)
    },
    async shutDown() {
      await Promise.all([...boards.values()].map(({ path }) => hub.close(path)))
      // A board that is just being let go is no longer among them.
      await turns.over()
      nearby?.close()
      await servers.close()
    },
  }

  return hub
}

/** What keeps a board from being written, but not from being read. */
export const MAY_BE_LOOKED_AT: readonly FailureCode[] = ['boardInUse', 'readOnly', 'noPermission']

/**
 * The room over a file that was opened. The version inside the document is not asked: any guest could raise it and
 * lock everybody out. A newer layout raises the file's own version, which only a hub writes.
 */
async function roomOver({ file, contents }: OpenedThread): Promise<Result<Room>> {
  const doc = unpackDocument(contents)
  if (doc.ok) return success(openRoom(doc.value, file, contents))
  await file.close()
  return doc
}
