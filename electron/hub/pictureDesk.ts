import { failed, type Result, success } from '#shared/failure'
import type { PictureDesk } from '../lan/pictureRoute'
import type { Board } from './admission'

/**
 * Gives pictures to whoever is in a board's room, and takes them from whoever may write in it. A token counts for as
 * long as one of its windows is there: with the window of a person who was sent out it goes too.
 */
export function createPictureDesk(boards: () => Iterable<Board>): PictureDesk {
  const boardOf = (token: string): Board | undefined => {
    for (const board of boards()) {
      for (const member of board.room.members) if (member.token === token) return board
    }
    return undefined
  }
  const mayKeep = (token: string): Result<Board> => {
    const board = boardOf(token)
    if (!board) return failed('roomAway', 'no window with this token')
    const { room } = board
    const writes = [...room.members].some(
      (member) => member.token === token && room.seen(member).role !== 'observer',
    )
    return writes ? success(board) : failed('onlyLooking')
  }
  return {
    mayKeep,
    async keep(token, bytes) {
      // Asked again: reading the bytes took its time.
      const board = mayKeep(token)
      if (!board.ok) return board
      const { room, following } = board.value
      const kept = await room.pictures.keep(bytes)
      if (kept.ok) following?.pictures.owe(kept.value.asset)
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
