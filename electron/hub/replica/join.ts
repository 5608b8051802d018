import { existsSync, mkdirSync } from 'node:fs'
import { rename } from 'node:fs/promises'
import { join } from 'node:path'
import type * as Y from 'yjs'
import { readSingleton } from '#shared/board/schema'
import { failed, type Result } from '#shared/failure'
import type { OpenedBoard } from '#shared/ipc/contract'
import { isSamePlace, type RoomPlace } from '#shared/sync/place'
import { safeFileName, unusedName } from '../../fileNames'
import { isNameTaken } from '../../files/moveBoardFile'
import { keepMark, listMarks, type RoomMark } from './mark'
import { type Greeting, type Visit, visit } from './visit'

/** How somebody comes into the room of another computer. */
export interface WayIn {
  readonly place: RoomPlace
  readonly code: string
  readonly greeting: Greeting
}

/**
 * Comes into the room at a place and opens a copy of its board: the one in `folder` that is a copy of this board
 * already, or a new one. Whoever was in this room before is the same person again.
 */
export async function joinRoom(
  folder: string,
  { place, code, greeting }: WayIn,
  create: (path: string, doc: Y.Doc, id: string) => Promise<Result<OpenedBoard>>,
  open: (path: string) => Promise<Result<OpenedBoard>>,
): Promise<Result<OpenedBoard>> {
  mkdirSync(folder, { recursive: true })
  const marks = await listMarks(folder)
  const found = await comeIn(marks, { place, code, greeting })
  if (!found.ok) return found
  const { welcome, doc, place: seen } = found.value
  const known = marks.find(({ board }) => board === welcome.board)
  const others = (known?.places ?? []).filter((each) => !isSamePlace(each, seen))
  const places = [seen, ...others].slice(0, 64)
  const { token, me } = welcome
  const mark = {
    places,
    code,
    token,
    greeting,
    me,
    board: welcome.board,
    owed: known?.owed ?? [],
    ranking: [],
    origins: [],
  }
  if (known && !known.isSpoilt && existsSync(join(folder, known.file))) {
    doc.destroy()
    await keepMark(folder, { ...mark, file: known.file, isSpoilt: false })
    return open(join(folder, known.file))
  }
  if (known?.isSpoilt) await setAside(folder, known)
  const title = safeFileName(readSingleton(doc, 'meta').title, 'Board')
  const file = unusedName(title, 'ground', (name) => isNameTaken(join(folder, name)))
  await keepMark(folder, { ...mark, file, isSpoilt: false })
  const made = await create(join(folder, file), doc, welcome.board)
  doc.destroy()
  return made
}

/** As the same person where this computer was in a room at this place, as somebody new elsewhere. */
async function comeIn(marks: readonly RoomMark[], { place, code, greeting }: WayIn): Promise<Result<Visit>> {
  for (const mark of marks) {
    // Nobody else is shown a token: with it they could come in as this person.
    const known = mark.places.find((each) => isSamePlace(each, place))
    if (!known || (place.print !== '' && place.print !== known.print)) continue
    const again = await visit(known, { kind: 'token', token: mark.token, code }, greeting)
    if (again.ok || !STRANGER.includes(again.failure.code)) return again
  }
  return code === '' ? failed('wrongCode') : visit(place, { kind: 'code', code }, greeting)
}

/** Another room, or another computer, is at this place now. */
const STRANGER: readonly string[] = ['wrongCode', 'wordsRemoved', 'wrongFingerprint']

/** What a room refused stays beside the fresh copy, under a name of its own. */
async function setAside(folder: string, { file }: RoomMark): Promise<void> {
  const name = unusedName(`${file.replace(/\.ground$/, '')} (not taken in)`, 'ground', (each) =>
    isNameTaken(join(folder, each)),
  )
  await rename(join(folder, file), join(folder, name)).catch(() => {})
}
