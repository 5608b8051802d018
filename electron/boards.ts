import { existsSync } from 'node:fs'
import { access, readdir, readFile } from 'node:fs/promises'
import { basename, join } from 'node:path'
import { z } from 'zod'
import { type DamageReport, damageReport } from '#shared/damageReport'
import { failed, type Result } from '#shared/failure'
import {
  type Invitation,
  invitation,
  type OpenedBoard,
  openedBoard,
  type RecentBoard,
} from '#shared/ipc/contract'
import { repaired } from '#shared/ipc/hubContract'
import { safeFileName, unusedName } from './fileNames'
import type { Hub } from './hubClient'
import type { Library } from './library'
import type { Log } from './log'
import type { Thumbnails } from './thumbnails'

/** Which window works on which board, and what the app does to boards as a whole. `Holder` stands for a window. */
export interface Boards<Holder> {
  recents(): Promise<RecentBoard[]>
  forget(path: string): Promise<void>
  create(title: string, place: string, language: string, holder: Holder): Promise<Result<OpenedBoard>>
  open(path: string, holder: Holder): Promise<Result<OpenedBoard>>
  /** Opens the sample workshop in the boards folder, building it there the first time. */
  openSample(holder: Holder): Promise<Result<OpenedBoard>>
  /** The window lets go of its board; resolves when the file is let go too, if no other window works on it. */
  release(holder: Holder): Promise<void>
  /** Resolves when the window has no board, at once if it has none. */
  whenReleased(holder: Holder): Promise<void>
  boardOf(holder: Holder): OpenedBoard | null
  holdersOf(path: string): Holder[]
  /** What of a board that was not opened can be read. Nothing is changed. */
  inspectDamage(path: string, passphrase: string | undefined): Promise<Result<DamageReport>>
  /** Puts what can be read in the place of a damaged board, and opens it. */
  repair(
    path: string,
    passphrase: string | undefined,
    holder: Holder,
  ): Promise<Result<{ board: OpenedBoard; damaged: string }>>
  /** True for a board that was to be opened, and was not: its path went to the page with the failure. */
  isOffered(path: string): boolean
  /** True for boards that this app has opened before: pages may name these paths and no others. */
  isKnown(path: string): boolean
  keepThumbnail(path: string, title: string, place: string, image: Uint8Array): Promise<void>
  openRoom(path: string): Promise<Result<Invitation>>
  closeRoom(path: string): Promise<void>
  room(path: string): Promise<Invitation | null>
  /** Calls `listener` when the last window has let go of a board. */
  onReleased(listener: (path: string) => void): void
  /** Calls `listener` for each window whose board was opened afresh because the hub had died. */
  onReopened(listener: (holder: Holder, board: Result<OpenedBoard>) => void): void
}

interface Services {
  readonly hub: Hub
  readonly library: Library
  readonly thumbnails: Thumbnails
  readonly log: Log
  /** The folder for new boards. */
  readonly folder: () => string
  /** The folder whose folders are sample workshops. */
  readonly samples: string
}

export function createBoards<Holder>(services: Services): Boards<Holder> {
  const { hub, library, thumbnails, log } = services
  const held = new Map<Holder, OpenedBoard>()
  const rooms = new Set<string>()
  const waitingForRelease = new Map<Holder, (() => void)[]>()
  const releasedListeners: ((path: string) => void)[] = []
  const reopenedListeners: ((holder: Holder, board: Result<OpenedBoard>) => void)[] = []
  const offered = new Set<string>()
  const offering = (path: string, opened: Result<OpenedBoard>): Result<OpenedBoard> => {
    if (opened.ok) return opened
    offered.add(path)
    return { ok: false, failure: { ...opened.failure, path } }
  }
  const holdersOf = (path: string) =>
    [...held].filter(([, board]) => board.path === path).map(([holder]) => holder)

  const release = async (holder: Holder) => {
    const board = held.get(holder)
    if (!board) return
    held.delete(holder)
    for (const resolve of waitingForRelease.get(holder) ?? []) resolve()
    waitingForRelease.delete(holder)
    if (holdersOf(board.path).length > 0) return
    rooms.delete(board.path)
    for (const listener of releasedListeners) listener(board.path)
    const closed = await hub.ask({ do: 'close', path: board.path }, z.unknown())
    if (!closed.ok) log.failure(`closing ${board.path}`, closed.failure)
  }

  const hold = async (
    holder: Holder,
    opened: Result<OpenedBoard>,
    about: { title?: string; place?: string },
  ) => {
    if (!opened.ok) {
      log.failure('a board was not opened', opened.failure)
      return opened
    }
    if (held.get(holder)?.path !== opened.value.path) await release(holder)
    held.set(holder, opened.value)
    await library.remember(opened.value.path, { ...about, openedAt: Date.now() })
    return opened
  }

  const reopen = async () => {
    for (const path of new Set([...held.values()].map((board) => board.path))) {
      const opened = offering(path, await hub.ask({ do: 'open', path }, openedBoard))
      if (!opened.ok) log.failure(`opening ${path} again`, opened.failure)
      for (const holder of holdersOf(path)) {
        if (opened.ok) held.set(holder, opened.value)
        for (const listener of reopenedListeners) listener(holder, opened)
      }
      if (rooms.has(path)) await hub.ask({ do: 'openRoom', path }, invitation)
    }
  }
  hub.onRestart(() => void reopen())

  const boards: Boards<Holder> = {
    recents: () =>
      Promise.all(
        library.recents().map(async (recent) => ({
          ...recent,
          thumbnail: await thumbnails.read(recent.path),
          missing: await access(recent.path).then(
            () => false,
            () => true,
          ),
        })),
      ),
    forget: async (path) => {
      await library.forget(path)
      await thumbnails.forget(path)
    },
    create: async (title, place, language, holder) => {
      const folder = services.folder()
      const name = unusedName(safeFileName(title, 'Board'), 'ground', (file) =>
        existsSync(join(folder, file)),
      )
      const path = join(folder, name)
      const opened = await hub.ask({ do: 'create', path, title, place, language }, openedBoard)
      return hold(holder, opened, { title, place })
    },
    open: async (path, holder) => {
      const opened = offering(path, await hub.ask({ do: 'open', path }, openedBoard))
      // Until the board says its own title, the file's name stands in for it.
      const isNew = !library.recents().some((recent) => recent.path === path)
      return hold(holder, opened, isNew ? { title: basename(path, '.ground') } : {})
    },
    openSample: async (holder) => {
      const sample = await findSample(services.samples)
      if (!sample) return failed('missing', `no sample workshop in ${services.samples}`)
      const path = join(services.folder(), `${safeFileName(sample.title, 'Sample workshop')}.ground`)
      const opened = existsSync(path)
        ? offering(path, await hub.ask({ do: 'open', path }, openedBoard))
        : await hub.ask({ do: 'openSample', path, source: sample.folder }, openedBoard)
      return hold(holder, opened, { title: sample.title, place: sample.place })
    },
    inspectDamage: (path, passphrase) => hub.ask({ do: 'inspectDamage', path, passphrase }, damageReport),
    repair: async (path, passphrase, holder) => {
      const done = await hub.ask({ do: 'repair', path, passphrase }, repaired)
      if (!done.ok) {
        log.failure(`repairing ${path}`, done.failure)
        return done
      }
      const { damaged, report } = done.value
      // To be shown in its folder.
      offered.add(damaged)
      log.failure(`repaired ${path}, the damaged file stays as ${damaged}`, JSON.stringify(report))
      const board = await boards.open(path, holder)
      return board.ok ? { ok: true, value: { board: board.value, damaged } } : board
    },
    isOffered: (path) => offered.has(path),
    release,
    whenReleased: (holder) =>
      new Promise((resolve) => {
        if (!held.has(holder)) return resolve()
        waitingForRelease.set(holder, [...(waitingForRelease.get(holder) ?? []), resolve])
      }),
    boardOf: (holder) => held.get(holder) ?? null,
    holdersOf,
    isKnown: (path) => holdersOf(path).length > 0 || library.recents().some((recent) => recent.path === path),
    keepThumbnail: async (path, title, place, image) => {
      await library.remember(path, { title, place })
      await thumbnails.keep(path, image)
      if (holdersOf(path).length > 0)
        await hub.ask({ do: 'keepThumbnail', path, image: new Uint8Array(image) }, z.unknown())
    },
    openRoom: async (path) => {
      const opened = await hub.ask({ do: 'openRoom', path }, invitation)
      if (opened.ok) rooms.add(path)
      return opened
    },
    closeRoom: async (path) => {
      rooms.delete(path)
      await hub.ask({ do: 'closeRoom', path }, z.unknown())
    },
    room: async (path) => {
      const state = await hub.ask({ do: 'roomState', path }, invitation.nullable())
      return state.ok ? state.value : null
    },
    onReleased: (listener) => {
      releasedListeners.push(listener)
    },
    onReopened: (listener) => {
      reopenedListeners.push(listener)
    },
  }
  return boards
}

interface Sample {
  readonly folder: string
  readonly title: string
  readonly place: string
}

const sampleHead = z.object({ title: z.string(), place: z.string() })

async function findSample(samples: string): Promise<Sample | null> {
  const names = await readdir(samples).catch(() => [])
  for (const name of names.sort()) {
    const folder = join(samples, name)
    const text = await readFile(join(folder, 'workshop.json'), 'utf8').catch(() => null)
    if (text === null) continue
    const head = sampleHead.safeParse(JSON.parse(text))
    if (head.success) return { folder, ...head.data }
  }
  return null
}
