import { basename } from 'node:path'
import { describeBoard } from '#shared/board/actions/report'
import { readSingleton } from '#shared/board/records'
import { failed, type Result, success } from '#shared/failure'
import { newId } from '#shared/id'
import { safeFileName } from '../fileNames'
import { hostToken } from '../files/hostToken'
import { moveBoardFile } from '../files/moveBoardFile'
import { type Hub, type InUse, MAY_BE_LOOKED_AT } from './hub'

/**
 * Changes a board's title, open or not. When nobody has it open its file gets the name too, as far as that is
 * free. The value is the path from then on. One under a passphrase needs that while nobody has it open.
 */
export async function renameBoard(
  hub: Hub,
  path: string,
  title: string,
  name: string,
  passphrase?: string,
): Promise<Result<string>> {
  const rename = async (
    { room: { doc, saver }, lookOnly }: InUse,
    isOpen: boolean,
  ): Promise<Result<boolean>> => {
    if (lookOnly) return failed(lookOnly.because)
    const writer = { doc, person: '', origin: { of: 'hub' }, now: () => Date.now() }
    describeBoard(writer, { title })
    await saver.flush()
    const failure = saver.failure()
    return failure === undefined ? success(isOpen) : failed(failure)
  }
  const renamed = await hub.use(path, rename, { passphrase })
  if (!renamed.ok) return renamed
  return success(renamed.value ? path : moveBoardFile(path, name))
}

/**
 * Makes a board that may be open one that nobody confuses with the fresh copy of it: it is let go, and named by
 * `called`, in which `{{title}}` stands for its title. The answer is its path from then on.
 */
export async function setBoardAside(hub: Hub, path: string, called: string): Promise<string> {
  await hub.close(path)
  const title = await hub.use(path, async ({ room }) => success(readSingleton(room.doc, 'meta').title))
  const plain = title.ok && title.value !== '' ? title.value : basename(path, '.ground')
  const next = called.replace('{{title}}', () => plain)
  const name = safeFileName(next, 'Board')
  const renamed = await renameBoard(hub, path, next, name)
  // One that cannot be written, or has a passphrase, has at least a file of another name.
  return renamed.ok ? renamed.value : moveBoardFile(path, name)
}

/**
 * Copies everything that is saved of a board, open or not, to the file `to`. With `asNew` the copy is another
 * board. Either way the board notes that there is a copy, for whoever removes words from it later; the value is
 * false when it could not. One under a passphrase that nobody has open is copied as it is, title and all.
 */
export async function copyBoard(
  hub: Hub,
  path: string,
  to: string,
  asNew: { readonly title: string } | null,
): Promise<Result<boolean>> {
  const copy = async ({ room, people, lookOnly }: InUse): Promise<Result<boolean>> => {
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
    if (lookOnly) return success(false)
    const noted = await room.noteExport({ kind: 'ground', name: basename(to) })
    return noted.ok ? success(true) : noted
  }
  const copied = await hub.use(path, copy)
  // A board that cannot take the note may be copied all the same.
  const again =
    !copied.ok && MAY_BE_LOOKED_AT.includes(copied.failure.code)
      ? await hub.use(path, copy, { look: true })
      : copied
  if (again.ok || again.failure.code !== 'needsPassphrase') return again
  const sealed = await hub.copySealed(path, to, asNew && newId())
  return sealed.ok ? success(false) : sealed
}
