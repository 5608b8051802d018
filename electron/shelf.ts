import { readdir, stat } from 'node:fs/promises'
import { basename, dirname, join } from 'node:path'
import type { Result } from '#shared/failure'
import type { RecentBoard } from '#shared/ipc/contract'
import type { SearchAnswer } from '#shared/ipc/readerContract'
import { type DamagedCopy, damagedCopiesIn } from './files/damagedCopies'
import { onePath } from './files/onePath'
import { stampOf } from './files/stamp'
import type { Library } from './library'
import type { Remembered } from './libraryData'
import type { Log } from './log'
import type { BoardReader } from './readerClient'
import type { Thumbnails } from './thumbnails'

/** ms between two notes that facts have come in: each makes Home ask for everything again. */
const NOTE_EVERY = 500

/** What Home shows: the boards that were opened, wherever they are, and every board of the boards folder. */
export interface Shelf {
  /** The latest first. Facts that are not known yet are read in the background. */
  list(): Promise<RecentBoard[]>
  /** Boards whose words hold all of these, as far as they have been read. */
  search(query: string): Promise<Result<SearchAnswer>>
  /** True for boards that Home shows: pages may name these paths and no others. */
  knows(path: string): boolean
  /** Takes a board from the list; its file stays where it is. */
  forget(path: string): Promise<void>
  /** Puts a board back that was forgotten in this run. */
  recall(path: string): Promise<void>
  /** Calls `listener` when what `list` answers has changed by itself. */
  onChanged(listener: () => void): void
}

interface Services {
  readonly library: Library
  readonly thumbnails: Thumbnails
  readonly reader: BoardReader
  readonly log: Log
  readonly folder: () => string
  /** True while a window of this app works on the board. */
  readonly isOpen: (path: string) => boolean
}

export function createShelf(services: Services): Shelf {
  const { library, thumbnails, reader, isOpen, log } = services
  const listeners: (() => void)[] = []
  /** The boards of the folder, as it was when it was last listed. */
  let inFolder: readonly string[] = []
  /** Damaged files that repairs have kept beside boards, by the board. */
  let damaged: ReadonlyMap<string, readonly DamagedCopy[]> = new Map()
  const reading = new Set<string>()
  /** Boards that were forgotten in this run. */
  const forgotten = new Map<string, Remembered>()
  /** Boards that were read in this run. */
  const looked = new Set<string>()
  /** Files that could not be read, as they were: they are not tried again before they change. */
  const hopeless = new Map<string, string>()
  let queue: Promise<void> = Promise.resolve()
  let note: NodeJS.Timeout | undefined

  const changed = () => {
    if (note !== undefined) return
    note = setTimeout(() => {
      note = undefined
      for (const listener of listeners) listener()
    }, NOTE_EVERY)
  }

  /** It may have been forgotten while it was read. */
  const isWanted = (path: string) =>
    before(path) !== undefined || (inFolder.includes(path) && !library.isForgotten(path))

  const look = async (path: string) => {
    const stamp = stampOf(path)
    const facts = await reader.describe(path)
    if (!isWanted(path)) return
    looked.add(path)
    if (facts.ok) {
      const { title, place, host, thumbnail } = facts.value
      await library.remember(path, {
        title: title || basename(path, '.ground'),
        place,
        locked: false,
        stamp,
        ...(host === '' ? {} : { host }),
        ...(await opened(path)),
      })
      if (thumbnail) await thumbnails.keep(path, thumbnail)
    } else if (facts.failure.code === 'needsPassphrase') {
      const title = basename(path, '.ground')
      await library.remember(path, { title, place: '', locked: true, stamp, ...(await opened(path)) })
      await thumbnails.forget(path)
    } else hopeless.set(path, stamp)
    changed()
  }
  const before = (path: string) => library.recents().find((recent) => recent.path === path)
  /** A damaged copy that somebody has opened, after repairing it, is a board of its own. */
  const isOwnBoard = (path: string) => before(path)?.wasOpened === true
  /** A board that was never opened here is as old as its file. */
  const opened = async (path: string) =>
    before(path) ? {} : { openedAt: (await stat(path).catch(() => null))?.mtimeMs ?? 0, wasOpened: false }
  /** Reads the facts of a board whose file is not the one they were true of, or whose picture was lost. */
  const refresh = ({ path, stamp }: Remembered, isPictureless: boolean) => {
    const now = stampOf(path)
    if (now === '' || hopeless.get(path) === now || isOpen(path) || reading.has(path)) return
    if (now === stamp && !(isPictureless && !looked.has(path))) return
    reading.add(path)
    queue = queue
      .then(() => look(path))
      .catch((cause) => log.failure(`reading ${path}`, cause))
      .finally(() => reading.delete(path))
  }

  const entries = async (): Promise<Remembered[]> => {
    const recents = library.recents()
    const known = new Set(recents.map(({ path }) => path))
    const found = (await boardsIn(services.folder())).filter((path) => !library.isForgotten(path))
    inFolder = found
    const others = await Promise.all(
      found
        .filter((path) => !known.has(path))
        .map(async (path) => ({
          path,
          title: basename(path, '.ground'),
          place: '',
          host: '',
          locked: false,
          stamp: '',
          unnoted: [],
          openedAt: 0,
          wasOpened: false,
          ...(await opened(path)),
        })),
    )
    const all = [...recents, ...others]
    damaged = await damagedCopiesOf(all.map(({ path }) => path))
    const copies = new Set([...damaged.values()].flatMap((beside) => beside.map(({ path }) => path)))
    return all
      .filter(({ path }) => isOwnBoard(path) || !copies.has(path))
      .sort((a, b) => b.openedAt - a.openedAt)
  }

  return {
    list: async () =>
      Promise.all(
        (await entries()).map(async (entry) => {
          const { stamp: _, unnoted: __, ...board } = entry
          const file = await stat(board.path).catch(() => null)
          const thumbnail = board.locked ? '' : await thumbnails.read(board.path)
          refresh(entry, thumbnail === '' && !board.locked)
          return {
            ...board,
            size: file?.isFile() ? file.size : null,
            missing: !file?.isFile(),
            unreadable: hopeless.has(board.path) && hopeless.get(board.path) === stampOf(board.path),
            open: isOpen(board.path),
            thumbnail,
            damagedCopies: (damaged.get(board.path) ?? []).filter(({ path }) => !isOwnBoard(path)),
          }
        }),
      ),
    search: async (query) => {
      const boards = await entries()
      return reader.search(
        query,
        boards.map(({ path, title, place }) => ({ path, title, place })),
      )
    },
    knows: (path) => {
      const one = onePath(path)
      return (
        inFolder.includes(one) ||
        [...damaged.values()].flat().some((copy) => copy.path === path) ||
        library.recents().some((recent) => recent.path === path || recent.path === one)
      )
    },
    forget: async (path) => {
      const entry = before(path) ?? (await entries()).find((each) => each.path === path)
      if (!entry) return
      forgotten.set(path, entry)
      await library.forget(path, inFolder.includes(path))
    },
    recall: async (path) => {
      const entry = forgotten.get(path)
      if (!forgotten.delete(path) || !entry) return
      const { path: _, ...about } = entry
      await library.remember(path, about)
    },
    onChanged: (listener) => {
      listeners.push(listener)
    },
  }
}

/** The board files of a folder; none when it cannot be read. */
async function boardsIn(folder: string): Promise<string[]> {
  const found = await readdir(folder, { withFileTypes: true }).catch(() => [])
  return found
    .filter((entry) => !entry.isDirectory() && !entry.name.startsWith('.') && /\.ground$/i.test(entry.name))
    .map((entry) => onePath(join(folder, entry.name)))
    .filter((path, at, all) => all.indexOf(path) === at)
}

/** The damaged files beside these boards. */
async function damagedCopiesOf(paths: readonly string[]): Promise<Map<string, DamagedCopy[]>> {
  const folders = [...new Set(paths.map((path) => dirname(path)))]
  const found = await Promise.all(
    folders.map(async (folder) => [...damagedCopiesIn(folder, await readdir(folder).catch(() => []))]),
  )
  return new Map(found.flat())
}
