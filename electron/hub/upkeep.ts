import { basename } from 'node:path'
import { describeBoard } from '#shared/board/actions/report'
import { failed, type Result, success } from '#shared/failure'
import { newId } from '#shared/id'
import { moveBoardFile } from '../files/moveBoardFile'
import { type Hub, type InUse, MAY_BE_LOOKED_AT } from './hub'
import { hostToken } from './people'

/**
 * Changes a board's title, open or not. When nobody has it open its file gets the name too, as far as that is
 * free. The value is the path from then on.
 */
export async function renameBoard(
  hub: Hub,
  path: string,
  title: string,
  name: string,
): Promise<Result<string>> {
  const renamed = await hub.use(path, async ({ room: { doc, saver }, lookOnly }, isOpen) => {
    if (lookOnly) return failed(lookOnly.because)
    const writer = { doc, person: '', origin: { of: 'hub' }, now: () => Date.now() }
    describeBoard(writer, { title })
    await saver.flush()
    const failure = saver.failure()
    return failure === undefined ? success(isOpen) : failed(failure)
  })
  if (!renamed.ok) return renamed
  return success(renamed.value ? path : moveBoardFile(path, name))
}

/**
 * Copies everything that is saved of a board, open or not, to the file `to`. With `asNew` the copy is another
 * board. Either way the board notes that there is a copy, for whoever removes words from it later.
 */
export async function copyBoard(
  hub: Hub,
  path: string,
  to: string,
  asNew: { readonly title: string } | null,
): Promise<Result<null>> {
  const copy = async ({ room, people, lookOnly }: InUse): Promise<Result<null>> => {
    const { file, saver } = room
    await saver.flush()
    const failure = saver.failure()
    if (failure !== undefined) return failed(failure)
    const id = newId()
    const host = people.knownHost()
    // Whoever hosts from here is the same person on the copy.
    const devices = new Map(host === undefined ? [] : [[hostToken(id), host]])
    const copied = await file.copyTo(to, asNew && { id, title: asNew.title, devices })
    if (!copied.ok) return copied
    if (lookOnly) return success(null)
    const noted = await room.noteExport({ kind: 'ground', name: basename(to) })
    return noted.ok ? success(null) : noted
  }
  const copied = await hub.use(path, copy)
  // A board that cannot take the note may be copied all the same.
  return !copied.ok && MAY_BE_LOOKED_AT.includes(copied.failure.code) ? hub.use(path, copy, 'look') : copied
}
