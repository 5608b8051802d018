import { failed, type Result, success } from '#shared/failure'
import type { PictureDesk } from '../lan/pictureRoute'
import type { Board } from './admission'
import type { Room } from './room'

/**
 * Gives pictures to whoever is in a board's room, and takes them from whoever may write in it. A token counts for as
 * long as one of its windows is there: with the window of a person who was sent out it goes too.
 */
export function createPictureDesk(boards: () => Iterable<Board>): PictureDesk {
  const roomOf = (token: string): Room | undefined => {
    for (const { room } of boards()) {
      for (const member of room.members) if (member.token === token) return room
    }
    return undefined
  }
  const mayKeep = (token: string): Result<Room> => {
    const room = roomOf(token)
    if (!room) return failed('roomAway', 'no window with this token')
    const writes = [...room.members].some(
      (member) => member.token === token && room.seen(member).role !== 'observer',
    )
    return writes ? success(room) : failed('onlyLooking')
  }
  return {
    mayKeep,
    async keep(token, bytes) {
      // Asked again: reading the bytes took its time.
      const room = mayKeep(token)
      return room.ok ? room.value.pictures.keep(bytes) : room
    },
    async read(token, asset) {
      const room = roomOf(token)
      return room ? room.pictures.read(asset) : failed('roomAway', 'no window with this token')
    },
  }
}
