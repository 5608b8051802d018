import { existsSync, mkdirSync } from 'node:fs'
import { join } from 'node:path'
import type * as Y from 'yjs'
import { readSingleton } from '#shared/board/records'
import { failed, type Result, success } from '#shared/failure'
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
  /**
   * Whoever answers at an address that says no fingerprint is taken, also when another computer did the last time;
   * without it that is `otherComputer`.
   */
  readonly takesAnyComputer?: boolean
}

/** What is done with the files of copies. */
export interface Copies {
  create(path: string, doc: Y.Doc, id: string): Promise<Result<OpenedBoard>>
  open(path: string): Promise<Result<OpenedBoard>>
  /** Puts a copy away that holds what the room refused, as a board of its own. The answer is its path from then on. */
  setAside(path: string): Promise<string>
}

/**
 * Comes into the room at a place and opens a copy of its board: the one in `folder` that is a copy of this board
 * already, or a new one. Whoever was in this room before is the same person again. Where the room had refused what is
 * in the old copy, that one is set aside, and `apart` says where it is.
 */
export async function joinRoom(
  folder: string,
  way: WayIn,
  { create, open, setAside }: Copies,
): Promise<Result<OpenedBoard>> {
  const { code, greeting } = way
  mkdirSync(folder, { recursive: true })
  const marks = await listMarks(folder)
  const found = await comeIn(marks, way)
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
  const spoilt = known?.isSpoilt ? join(folder, known.file) : undefined
  const apart = spoilt !== undefined && existsSync(spoilt) ? await setAside(spoilt) : undefined
  const title = safeFileName(readSingleton(doc, 'meta').title, 'Board')
  const file = unusedName(title, 'ground', (name) => isNameTaken(join(folder, name)))
  await keepMark(folder, { ...mark, file, isSpoilt: false })
  const made = await create(join(folder, file), doc, welcome.board)
  doc.destroy()
  return made.ok && apart !== undefined ? success({ ...made.value, apart }) : made
}

/** As the same person where this computer was in a room at this place, as somebody new elsewhere. */
async function comeIn(
  marks: readonly RoomMark[],
  { place, code, greeting, takesAnyComputer = false }: WayIn,
): Promise<Result<Visit>> {
  let isOther = false
  for (const mark of marks) {
    // Nobody else is shown a token: with it they could come in as this person.
    const known = mark.places.find((each) => isSamePlace(each, place))
    if (!known || (place.print !== '' && place.print !== known.print)) continue
    const again = await visit(known, { kind: 'token', token: mark.token, code }, greeting)
    if (again.ok || !STRANGER.includes(again.failure.code)) return again
    isOther ||= again.failure.code === 'wrongFingerprint'
  }
  // Not a word has been said to it yet.
  if (isOther && place.print === '' && !takesAnyComputer) return failed('otherComputer')
  return code === '' ? failed('wrongCode') : visit(place, { kind: 'code', code }, greeting)
}

/** Another room, or another computer, is at this place now. */
const STRANGER: readonly string[] = ['wrongCode', 'wordsRemoved', 'wrongFingerprint']
