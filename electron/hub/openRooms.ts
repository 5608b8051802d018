import { failed, type Result, success } from '#shared/failure'
import type { Invitation, RoomOrder, RoomRules } from '#shared/ipc/contract'
import type { RoomPlace } from '#shared/sync/place'
import { onePath } from '../files/onePath'
import { invitationAddresses } from '../lan/addresses'
import { derOf, printOf } from '../lan/certificate'
import type { Nearby } from '../lan/nearby'
import type { Board } from './admission'
import { announceTitle } from './announcing'
import { follow } from './replica/following'
import { giveWay, takeOver } from './replica/takeover'
import type { Own } from './replica/upstream'
import type { Servers } from './servers'
import { beginSession, leadSession } from './session'
import { createStandby } from './standby'

/** The rooms that are open on the boards of a hub. */
export interface OpenRooms {
  /** See `Hub.openRoom`. */
  open(path: string, host?: string, rules?: RoomRules): Promise<Result<Invitation>>
  /** See `Hub.leadRoom`. */
  lead(path: string, order: RoomOrder): Result<void>
  /** Sends the guests home and keeps the board. */
  close(path: string): Promise<void>
  state(path: string): Invitation | null
  /** See `Hub.roomEnd`. */
  ended(path: string): Promise<boolean>
  /** Ends the room of a board that is being let go. */
  forget(board: Board): void
  /** Stops listening to the network once no room is open. */
  letGo(): Promise<void>
  /** Goes with a board to the room that it is a copy of, if it is one. */
  follow(board: Board): Promise<void>
}

export interface OpenRoomsOptions {
  /** By `onePath`. */
  readonly boards: ReadonlyMap<string, Board>
  readonly servers: Servers
  readonly nearby: Nearby | undefined
  /** ms before the first try to come back into another computer's room. */
  readonly firstRetry: number | undefined
}

export function createOpenRooms({ boards, servers, nearby, firstRetry }: OpenRoomsOptions): OpenRooms {
  /** Who waits for a room to end by itself. */
  const waiting = new Map<string, ((isElsewhere: boolean) => void)[]>()
  const boardAt = (path: string) => boards.get(onePath(path))

  const ownPrint = async () => printOf(derOf((await servers.identity()).certificate))
  const ownPlace = async (): Promise<Own> => ({ port: await servers.port(), print: await ownPrint() })

  const rooms: OpenRooms = {
    async open(path, host, rules) {
      const board = boardAt(path)
      if (!board) return failed('missing')
      if (board.lookOnly) return failed('readOnly')
      if (board.following?.isLive()) return failed('noPermission', 'the room of another computer')
      // A file that cannot say who hosts is no reason to keep people out.
      if (host !== undefined) void board.room.file.keepMeta('host', host)
      try {
        const server = await servers.network()
        if (board.following) {
          const found = (place: RoomPlace) => void yieldTo(board, place)
          board.reign = takeOver(board, await ownPlace(), found, firstRetry)
        }
        board.session ??= beginSession(board, rules ?? rulesOf(board))
        const { code } = board.session
        const print = await ownPrint()
        const invitation = { code, print, addresses: invitationAddresses(server.address, server.port, code) }
        board.invitation = invitation
        const ranking = board.reign?.ranking
        board.standby ??= createStandby(
          board.room,
          { known: () => welcomeIn(board) },
          () => originsOf(board),
          ranking,
        )
        const { file, doc } = board.room
        board.endAnnouncing?.()
        board.endAnnouncing = announceTitle(doc, (title) =>
          nearby?.announce({ board: file.id, title, port: server.port, print }),
        )
        return success(invitation)
      } catch (error) {
        return failed('noNetwork', String(error))
      }
    },
    lead(path, order) {
      const board = boardAt(path)
      if (!board?.session) return failed('roomClosed')
      return success(leadSession(board, board.session, order))
    },
    async close(path) {
      const board = boardAt(path)
      if (!board) return
      end(board)
      // Who is in the middle of a word keeps nothing of it in a browser that others will use.
      await board.room.takeAllIn()
      board.room.setReadOnly(false)
      board.room.guiding.unlock()
      for (const member of [...board.room.members]) if (member.isGuest) member.end({ say: 'ended' })
      await rooms.letGo()
    },
    state(path) {
      const board = boardAt(path)
      return board?.session ? board.invitation : null
    },
    ended: (path) =>
      new Promise((resolve) => {
        const key = onePath(path)
        if (boards.get(key)?.session) waiting.set(key, [...(waiting.get(key) ?? []), resolve])
        else resolve(false)
      }),
    forget: (board) => end(board),
    async letGo() {
      if ([...boards.values()].some(({ session }) => session !== null)) return
      await servers.closeNetwork()
    },
    async follow(board) {
      board.following = await follow(board, await ownPlace(), firstRetry)
    },
  }

  const end = (board: Board, isElsewhere = false) => {
    board.session = null
    board.standby?.dispose()
    board.standby = null
    board.reign?.stop()
    board.reign = null
    board.endAnnouncing?.()
    board.endAnnouncing = null
    nearby?.hush(board.room.file.id)
    for (const settle of waiting.get(onePath(board.path)) ?? []) settle(isElsewhere)
    waiting.delete(onePath(board.path))
  }
  /** Somebody of a higher rank hosts this room too: everybody goes there, and this board is a copy again. */
  const yieldTo = async (board: Board, place: RoomPlace) => {
    const { reign, path, room } = board
    if (!reign || boardAt(path) !== board) return
    await giveWay(path, reign, place)
    end(board, true)
    room.setReadOnly(false)
    await rooms.follow(board)
    for (const member of [...room.members]) if (member !== board.following?.member) member.end()
    await rooms.letGo()
  }
  return rooms
}

/** Whoever takes a room over goes on with its code. */
function rulesOf({ reign }: Board): RoomRules | undefined {
  const code = reign?.mark.code
  return code ? { code, isDoorOpen: true, isReadOnly: false, removed: [] } : undefined
}

/** By which tokens people are known who may come in: whoever was sent out stays so at the next host. */
function welcomeIn({ people, session }: Board): ReadonlyMap<string, string> {
  return new Map([...people.known()].filter(([, person]) => !session?.removed.has(person)))
}

/** Where pages stand that this room, or an earlier host of it, has served. */
function originsOf({ invitation, reign }: Board): string[] {
  const own = invitation?.addresses.map(({ url }) => new URL(url).origin) ?? []
  return [...new Set([...(reign?.mark.origins ?? []), ...own])]
}
