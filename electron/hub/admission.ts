import type { Dispose } from '#shared/board/observe'
import { failed, type Result, success } from '#shared/failure'
import type { Invitation, OpenedBoard } from '#shared/ipc/contract'
import { cleanName } from '#shared/sync/name'
import type { Hello, Role } from '#shared/sync/protocol'
import { createTries, isSameCode } from '../lan/roomCode'
import { createAddressAllowance } from './addressAllowance'
import type { Admission, Admit } from './peer'
import { isWatcher, newPerson, type People } from './people'
import type { Following } from './replica/following'
import type { Reign } from './replica/takeover'
import type { Room } from './room'
import type { Session } from './session'
import type { Standby } from './standby'
import type { Versions } from './versions'

/** A board that is open, and who may come in. */
export interface Board {
  readonly path: string
  readonly room: Room
  readonly people: People
  readonly versions: Versions
  /** Makes a window of this app a facilitator. */
  readonly hostToken: string
  /** Why nobody may write; null when people may. */
  readonly lookOnly: OpenedBoard['lookOnly']
  /** It is under a passphrase. */
  isSealed: boolean
  /** The way to the room that it is a copy of; null for a board of one's own. */
  following: Following | null
  /** While it is hosted here because its host went away. */
  reign: Reign | null
  /** While its room is open. */
  standby: Standby | null
  /** While its room is open: no longer tells the network what it is called. */
  endAnnouncing: Dispose | null
  /** Null while its room is closed. */
  session: Session | null
  /** Of the room that is open, or was the last time. */
  invitation: Invitation | null
}

/**
 * Decides who comes in, and as whom: the host's token makes a facilitator, a token that a guest was given
 * earlier brings the same person back, though only to watch if that is what they came for, and the code of an open room
 * lets somebody new in while its door is open.
 */
export function createAdmission(boards: () => Iterable<Board>): Admit {
  const tries = createTries()
  const newcomers = createAddressAllowance()
  let nextPeer = 1
  return (hello, caller) => {
    const name = cleanName(hello.name)
    if (!name.ok) return name
    const { credential } = hello
    const enter = (board: Board, owner: string, role: Role, token: string): Result<Admission> => {
      const isGuest = token !== board.hostToken
      const watches = role === 'observer'
      // Whoever took the room over stays who they were in it.
      const as = !isGuest && board.reign ? board.reign.mark.greeting : { ...hello, name: name.value }
      if (!watches) board.people.put(owner, { name: as.name, side: as.side, languages: as.languages })
      const info = {
        peer: nextPeer++,
        // The big screen of this computer is nobody.
        person: watches && !isGuest ? '' : owner,
        name: watches ? name.value : board.people.nameOf(owner),
        side: as.side,
        role,
      }
      return success({
        room: board.room,
        info,
        owner,
        token,
        isGuest,
        mayBring:
          credential.kind === 'token' && (board.people.isFromElsewhere(owner) || board.room.hasHadCopies()),
        purges: hello.purges,
        keeps: hello.keeps,
        ...(hello.keeps && !watches ? { learn: (devices) => board.people.learnNew(devices, owner) } : {}),
        remembered: credential.kind === 'code' ? board.room.saver.flush() : undefined,
      })
    }
    if (credential.kind === 'token') {
      let isClosed = false
      for (const board of boards()) {
        if (credential.token === board.hostToken) {
          if (board.following) return success(ownWindow(board, board.following, hello))
          const role = hello.watch || board.lookOnly ? 'observer' : 'facilitator'
          return enter(board, board.lookOnly ? '' : board.people.host(), role, board.hostToken)
        }
        const person = board.people.find(credential.token)
        if (person !== undefined) {
          const { session } = board
          if (!session) isClosed = true
          else if (credential.code === undefined || isSameCode(credential.code, session.code)) {
            if (session.removed.has(person)) return failed('removed')
            // Somebody new here, on the word of a guest: nobody opens a closed door so, or outlives being sent out.
            const voucher = board.people.vouchedBy(person)
            if (voucher !== undefined && session.removed.has(voucher)) return failed('wrongCode')
            // Nor by having watched: whoever wants to take part then comes in by the code, as somebody new.
            const isNewcomer = !hello.watch && isWatcher(person)
            if ((voucher !== undefined || isNewcomer) && !session.isDoorOpen) return failed('doorClosed')
            if (isNewcomer) return failed('wrongCode')
            return enter(board, person, hello.watch ? 'observer' : 'participant', credential.token)
          }
        }
        if (board.people.isForgotten(credential.token)) return failed('wordsRemoved')
      }
      return failed(isClosed ? 'roomClosed' : 'wrongCode')
    }
    const now = Date.now()
    if (tries.isBarred(caller, now)) return failed('tooManyTries')
    const open = [...boards()].filter(({ session }) => session !== null)
    const board = open.find(({ session }) => session && isSameCode(credential.code, session.code))
    if (board) {
      if (!board.session?.isDoorOpen) return failed('doorClosed')
      // Each of them stays in the document for good.
      if (!newcomers.take(caller, 1)) return failed('tooManyTries')
      const person = newPerson(hello.watch ?? false)
      return enter(board, person, hello.watch ? 'observer' : 'participant', board.people.invite(person))
    }
    tries.miss(caller, now)
    return failed(open.length === 0 ? 'roomClosed' : 'wrongCode')
  }
}

/** A window of this app on a board that is a copy: it is the one guest that this computer is in the room there. */
function ownWindow({ room, hostToken }: Board, { relay }: Following, { watch, purges }: Hello): Admission {
  const info = relay.me(watch ?? false)
  return {
    room,
    info,
    owner: info.person,
    token: hostToken,
    isGuest: false,
    mayBring: false,
    purges,
    remembered: undefined,
    relay,
  }
}
