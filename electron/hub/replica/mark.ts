import { readdir, readFile, rm } from 'node:fs/promises'
import { join } from 'node:path'
import { z } from 'zod'
import { SIDES } from '#shared/board/vocabulary'
import { roomPlace } from '#shared/sync/place'
import { hello, peerInfo } from '#shared/sync/protocol'
import { writeWhole } from '../../writeWhole'

/**
 * What makes a board file a copy of the board in somebody else's room. It lies beside the file and not in it: a copy
 * that is given to others must let nobody in as this person.
 */
export const roomMark = z.object({
  /** The board's id, the same here and there. */
  board: z.string().regex(/^[\w-]{1,64}$/),
  /** The name of the board file beside it. */
  file: z.string().min(1),
  /** Where the room may be found, the likeliest first. */
  places: z.array(roomPlace).min(1).max(64),
  /** Who would host it, by rank, as the last host said. */
  ranking: z.array(roomPlace).max(64).default([]),
  /** The origins of the pages that its hosts have served: people come from there when this computer hosts it. */
  origins: z.array(z.string()).max(200).default([]),
  code: z.string(),
  token: z.string().min(1),
  greeting: z.object({
    name: z.string(),
    side: z.enum(SIDES),
    languages: hello.shape.languages,
  }),
  /** Who this person was there the last time. */
  me: peerInfo,
  /** Pictures that were added while the room was away, and that it does not have yet. */
  owed: z.array(z.string()).default([]),
  /** The room refused something that is in the file: the next opening begins with a fresh copy of the board. */
  isSpoilt: z.boolean().default(false),
})
export type RoomMark = z.infer<typeof roomMark>

const END = '.room.json'

/** The mark of a board file in `folder`; undefined when it has none. */
export async function findMark(folder: string, board: string): Promise<RoomMark | undefined> {
  try {
    const mark = roomMark.parse(JSON.parse(await readFile(join(folder, board + END), 'utf8')))
    return mark.board === board ? mark : undefined
  } catch {
    // None, or one that says nothing any more: the board is this person's own.
    return undefined
  }
}

/** All marks in a folder. Those that cannot be read are as if they were not there. */
export async function listMarks(folder: string): Promise<RoomMark[]> {
  const names = await readdir(folder).catch(() => [])
  const boards = names.filter((name) => name.endsWith(END)).map((name) => name.slice(0, -END.length))
  const marks = await Promise.all(boards.map((board) => findMark(folder, board)))
  return marks.filter((mark) => mark !== undefined)
}

/** Keeps a mark; a disk that is full costs no more than a quicker way back. */
export async function keepMark(folder: string, mark: RoomMark): Promise<void> {
  await writeWhole(join(folder, mark.board + END), JSON.stringify(mark))
}

/** From now on the board is this person's own. */
export async function removeMark(folder: string, board: string): Promise<void> {
  await rm(join(folder, board + END), { force: true })
}
