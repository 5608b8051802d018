import { existsSync } from 'node:fs'
import { basename, dirname, join } from 'node:path'
import { z } from 'zod'
import { type FailureCode, failed, type Result, success } from '#shared/failure'
import type { Boards } from './boards'
import { safeFileName, unusedName } from './fileNames'
import { companionsOf, damagedCopyOf } from './files/damagedCopies'
import { rollBack } from './files/journal'
import { takeLock } from './files/lock'
import { backupsOf, isNameTaken } from './files/moveBoardFile'
import { onePath } from './files/onePath'
import { stampOf } from './files/stamp'
import type { Hub } from './hubClient'
import type { Library } from './library'
import type { Remembered } from './libraryData'
import type { Log } from './log'
import type { Thumbnails } from './thumbnails'
import type { Turns } from './turns'
import { failureCodeOf } from './writeWhole'

/** What a person does to a board as a whole, without opening it. Every path is one that Home has shown. */
export interface Upkeep {
  /** Changes the title in the document, and the file's name where nothing stands in the way. The value is the path. */
  rename(path: string, title: string, passphrase?: string): Promise<Result<string>>
  /** Makes another board with the same content beside it, or in the boards folder. The value is its path. */
  duplicate(path: string): Promise<Result<string>>
  /** The same in the boards folder: a copy of one's own of a board that others may have open. */
  copyToOwn(path: string): Promise<Result<string>>
  /** Puts a copy at `to`, in the place of a file that may be there. The value is the path. */
  exportCopy(path: string, to: string): Promise<Result<string>>
  /** Shows the file where it is. */
  reveal(path: string): Result<null>
  /** Moves the file and its backup to the system's trash. Never deletes anything. */
  trash(path: string): Promise<Result<null>>
}

interface Services {
  readonly hub: Hub
  readonly boards: Pick<Boards<unknown>, 'holdersOf'>
  readonly library: Library
  readonly thumbnails: Thumbnails
  readonly turns: Turns
  readonly log: Log
  /** The folder for new boards. */
  readonly folder: () => string
  /** “Copy of …” in the language of the interface. */
  readonly nameCopy: (title: string) => string
  readonly shell: {
    /** Rejects when the system has no trash for this file. */
    readonly trashItem: (path: string) => Promise<void>
    readonly showItemInFolder: (path: string) => void
  }
}

/** What a place answers in which nothing may be written. */
const NOT_WRITABLE: readonly FailureCode[] = ['readOnly', 'noPermission']

export function createUpkeep(services: Services): Upkeep {
  const { hub, boards, library, thumbnails, turns, log, shell } = services
  const isOpen = (path: string) => boards.holdersOf(path).length > 0
  const known = (path: string) => library.recents().find((recent) => recent.path === path)
  const titleOf = (path: string) => known(path)?.title || basename(path, '.ground')

  /** The board itself could not note that there is a copy: it does so when it is opened next. */
  const keepNote = async (path: string, copy: string) => {
    const { unnoted } = known(path) ?? {}
    if (unnoted === undefined) return
    await library.remember(path, { unnoted: [...unnoted, { made: Date.now(), name: basename(copy) }] })
  }

  /** Makes a copy in the first of these folders that takes one. */
  const copyInto = (path: string, folders: readonly string[]): Promise<Result<string>> =>
    turns.take(path, async () => {
      const title = services.nameCopy(titleOf(path))
      const asNew = { title: services.nameCopy('{{title}}') }
      let copied: Result<string> = failed('unexpected')
      for (const folder of folders) {
        const isTaken = (file: string) => isNameTaken(join(folder, file))
        const to = join(folder, unusedName(safeFileName(title, 'Board'), 'ground', isTaken))
        const done = await hub.ask({ do: 'copy', path, to, asNew }, z.boolean())
        if (done.ok && !done.value) await keepNote(path, to)
        copied = done.ok ? success(to) : done
        if (done.ok || !NOT_WRITABLE.includes(done.failure.code)) break
      }
      if (!copied.ok) return copied
      await thumbnails.copy(path, copied.value)
      const { place = '', host = '', locked = false } = known(path) ?? {}
      // What a passphrase keeps from others is not to lie open in the library.
      const shown = locked ? basename(copied.value, '.ground') : title
      await library.remember(copied.value, {
        title: shown,
        place,
        host,
        locked,
        openedAt: Date.now(),
        wasOpened: false,
      })
      return copied
    })
  const ownFolder = () => onePath(services.folder())

  return {
    rename: (path, title, passphrase) =>
      turns.take(path, async () => {
        const renamed = await hub.ask(
          { do: 'rename', path, title, name: safeFileName(title, 'Board'), passphrase },
          z.string(),
        )
        if (!renamed.ok) return renamed
        const to = renamed.value
        const { path: _, ...before }: Partial<Remembered> = known(path) ?? {}
        if (to !== path) {
          await library.forget(path)
          await thumbnails.move(path, to)
        }
        // What a passphrase keeps from others is not to lie open in the library.
        const shown = before.locked ? basename(to, '.ground') : title
        await library.remember(to, { ...before, title: shown, stamp: isOpen(to) ? '' : stampOf(to) })
        return success(to)
      }),
    // A board on a stick or share that may only be read is copied to where the person's own boards are.
    duplicate: (path) => copyInto(path, [dirname(path), ownFolder()]),
    copyToOwn: (path) => copyInto(path, [ownFolder()]),
    exportCopy: async (path, to) => {
      const where = onePath(to)
      // The board is there already.
      if (where === path) return failed('cancelled')
      return turns.take(path, async () => {
        if (existsSync(where)) {
          const other = takeLock(where)
          if (!other.ok) return other
          other.value.release()
        }
        const copied = await hub.ask({ do: 'copy', path, to: where, asNew: null }, z.boolean())
        if (!copied.ok) return copied
        if (!copied.value) await keepNote(path, where)
        return success(where)
      })
    },
    reveal: (path) => {
      if (!existsSync(path)) return failed('missing')
      shell.showItemInFolder(path)
      return success(null)
    },
    trash: (path) =>
      turns.take(path, async () => {
        if (isOpen(path)) return failed('boardInUse')
        if (!existsSync(path)) return failed('missing')
        const isDamagedCopy = damagedCopyOf(basename(path)) !== null
        const lock = takeLock(path)
        if (!lock.ok) return lock
        try {
          // What a crash left half written is undone by a file beside the board, which does not go with it.
          if (!isDamagedCopy) rollBack(path)
          await shell.trashItem(path)
        } catch (cause) {
          log.failure(`moving ${path} to the trash`, cause)
          const code = failureCodeOf(cause)
          return failed(code === 'unexpected' ? 'noTrash' : code)
        } finally {
          lock.value.release()
        }
        for (const backup of isDamagedCopy ? companionsOf(path) : backupsOf(path)) {
          await shell.trashItem(backup).catch((cause) => log.failure(`moving ${backup} to the trash`, cause))
        }
        await library.forget(path)
        await thumbnails.forget(path)
        return success(null)
      }),
  }
}
