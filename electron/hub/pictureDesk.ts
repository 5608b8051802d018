import { failed, type Result, success } from '#shared/failure'
import type { PictureDesk } from '../lan/pictureRoute'
import type { Board } from './admission'
import { createPortions, type Portions } from './portions'
import type { Member, Room } from './room'

/**
 * Pictures, and their bytes, that one guest and all of them together may add while a board is open: a quarter of what a
 * board can hold is left to its host, however many guests come in to fill it.
 */
const PICTURES = { each: 500, all: 3_000 }
const BYTES = { each: 512 * 1024 ** 2, all: 2_304 * 1024 ** 2 }

/**
 * Gives pictures to whoever is in a board's room, and takes them from whoever may write in it. A token counts for as
 * long as one of its windows is there: with the window of a person who was sent out it goes too.
 */
export function createPictureDesk(boards: () => Iterable<Board>): PictureDesk {
  const shares = new WeakMap<Room, { readonly pictures: Portions; readonly bytes: Portions }>()
  /** Counts a picture to somebody's share and returns how to take that back; undefined when it is used up. */
  const takeShare = (room: Room, { isGuest, owner }: Member, size: number): (() => void) | undefined => {
    if (!isGuest) return () => {}
    const share = shares.get(room) ?? { pictures: createPortions(PICTURES), bytes: createPortions(BYTES) }
    shares.set(room, share)
    if (!share.pictures.take(owner, 1)) return undefined
    if (share.bytes.take(owner, size))
      return () => {
        share.pictures.giveBack(owner, 1)
        share.bytes.giveBack(owner, size)
      }
    share.pictures.giveBack(owner, 1)
    return undefined
  }
  const boardOf = (token: string): Board | undefined => {
    for (const board of boards()) {
      for (const member of board.room.members) if (member.token === token) return board
    }
    return undefined
  }
  const mayKeep = (token: string): Result<{ board: Board; member: Member }> => {
    const board = boardOf(token)
    if (!board) return failed('roomAway', 'no window with this token')
    const { room } = board
    const member = [...room.members].find(
      (member) => member.token === token && room.seen(member).role !== 'observer',
    )
    return member ? success({ board, member }) : failed('onlyLooking')
  }
  return {
    mayKeep,
    async keep(token, bytes) {
      // Asked again: reading the bytes took its time.
      const keeping = mayKeep(token)
      if (!keeping.ok) return keeping
      const { room, following } = keeping.value.board
      const giveBack = takeShare(room, keeping.value.member, bytes.length)
      if (!giveBack) return failed('pictureShareUsed')
      const kept = await room.pictures.keep(bytes)
      if (!kept.ok) giveBack()
      else following?.pictures.owe(kept.value.asset)
      return kept
    },
    async read(token, asset) {
      const board = boardOf(token)
      if (!board) return failed('roomAway', 'no window with this token')
      const { room, following } = board
      const found = await room.pictures.read(asset)
      // Whoever is quicker than the copy of the board asks the room itself.
      if (found.ok || found.failure.code !== 'missing' || !following) return found
      return (await following.pictures.bring(asset)) ? room.pictures.read(asset) : found
    },
  }
}
