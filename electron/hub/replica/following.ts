import { existsSync } from 'node:fs'
import { basename, dirname, join } from 'node:path'
import type { Board } from '../admission'
import { findMark, keepMark, type RoomMark } from './mark'
import { carryPictures, type PictureCarrier } from './pictureCarrier'
import { followRoom, type Own, type Upstream } from './upstream'

/** What ties a board to the room of another computer that it is a copy of. */
export interface Following extends Pick<Upstream, 'relay' | 'member' | 'isLive'> {
  readonly pictures: PictureCarrier
  mark(): RoomMark
  stop(): void
}

/** Follows the room that a board is a copy of; null when it is somebody's own. */
export async function follow(
  { path, room, people }: Pick<Board, 'path' | 'room' | 'people'>,
  own: Own,
  firstRetry?: number,
): Promise<Following | null> {
  const folder = dirname(path)
  const found = await findMark(folder, room.file.id)
  // What it holds would be refused again: it is this person's own until they join once more.
  if (!found || found.isSpoilt) return null
  // Nor what was refused of it, and set aside.
  if (found.file !== basename(path) && existsSync(join(folder, found.file))) return null
  let writing: Promise<void> = Promise.resolve()
  const keep = (next: RoomMark) => {
    writing = writing.then(() => keepMark(folder, next))
  }
  const mark = { ...found, file: basename(path) }
  if (mark.file !== found.file) keep(mark)
  const retrying = firstRetry === undefined ? {} : { firstRetry }
  const upstream = followRoom({ room, people, own, mark, keep, ...retrying })
  const pictures = carryPictures(upstream, room)
  return {
    relay: upstream.relay,
    member: upstream.member,
    isLive: upstream.isLive,
    pictures,
    mark: () => upstream.mark,
    stop() {
      pictures.stop()
      upstream.stop()
    },
  }
}
