import { existsSync } from 'node:fs'
import { basename, join } from 'node:path'
import { z } from 'zod'
import type { PurgeOrder } from '#shared/board/purgeOrder'
import { type DamageReport, damageReport } from '#shared/damageReport'
import { failed, type Result } from '#shared/failure'
import {
  type Invitation,
  invitation,
  type KnownExport,
  knownExport,
  type OpenedBoard,
  openedBoard,
  type Purged,
  purged,
} from '#shared/ipc/contract'
import { keptThumbnail, repaired } from '#shared/ipc/hubContract'
import type { ExportedCopy } from '#shared/sync/protocol'
import { safeFileName, unusedName } from './fileNames'
import { isNameTaken } from './files/moveBoardFile'
import { onePath } from './files/onePath'
import { createHomeFacts } from './homeFacts'
import type { Hub } from './hubClient'
import { createKeyring } from './keyring'
import type { Library } from './library'
import type { Log } from './log'
import { findSample } from './samples'
import type { Thumbnails } from './thumbnails'
import type { Turns } from './turns'

/** Which window works on which board, and what the app does to boards as a whole. `Holder` stands for a window. */
export interface Boards<Holder> {
  /** Makes a board in the boards folder; `template` is the folder that it begins with. */
  create(about: NewBoard, holder: Holder): Promise<Result<OpenedBoard>>
  /** Opens a board. One that another window has is `alreadyOpen`, and that window comes to the front. */
  open(path: string, holder: Holder, passphrase?: string): Promise<Result<OpenedBoard>>
  /** Opens a copy of an open board, with the passphrase of the board where there is one. */
  openCopy(copy: string, original: string, holder: Holder): Promise<Result<OpenedBoard>>
  /** Puts an open board under a passphrase, or under none. Home shows nothing of what is under one. */
  setPassphrase(path: string, passphrase: string | null): Promise<Result<null>>
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
  keepThumbnail(path: string, title: string, place: string, image: Uint8Array): Promise<void>
  openRoom(path: string): Promise<Result<Invitation>>
  closeRoom(path: string): Promise<void>
  room(path: string): Promise<Invitation | null>
  /** Takes words out of an open board for good, and lets go of the picture of its wall that Home shows. */
  purge(path: string, what: PurgeOrder): Promise<Result<Purged>>
  /** Notes a copy of an open board that left. */
  noteExport(path: string, copy: ExportedCopy): Promise<void>
  listExports(path: string): Promise<Result<KnownExport[]>>
  /** Calls `listener` when words were taken out of a board: whoever remembers some is to let go of them. */
  onPurged(listener: () => void): void
  /** Calls `listener` when the last window has let go of a board. */
  onReleased(listener: (path: string) => void): void
  /** Calls `listener` for each window whose board was opened afresh: the hub had died, or it may be written now. */
  onReopened(listener: (holder: Holder, board: Result<OpenedBoard>) => void): void
}

export interface NewBoard {
  readonly title: string
  readonly place: string
  readonly language: string
  readonly template?: string | undefined
}

interface Services<Holder> {
  readonly hub: Hub
  readonly library: Library
  readonly thumbnails: Thumbnails
  readonly log: Log
  readonly turns: Turns
  readonly focus: (holder: Holder) => void
  /** The name of whoever hosts from this computer. */
  readonly host: () => string
  /** The folder for new boards. */
  readonly folder: () => string
  /** The folder whose folders are sample workshops. */
  readonly samples: string
}

export function createBoards<Holder>(services: Services<Holder>): Boards<Holder> {
  const { hub, library, thumbnails, log, turns } = services
  const held = new Map<Holder, OpenedBoard>()
  const rooms = new Set<string>()
  const waitingForRelease = new Map<Holder, (() => void)[]>()
  const releasedListeners: ((path: string) => void)[] = []
  const purgedListeners: (() => void)[] = []
  const reopenedListeners: ((holder: Holder, board: Result<OpenedBoard>) => void)[] = []
  const keyring = createKeyring(hub)
  const facts = createHomeFacts(library, thumbnails)
  const offered = new Set<string>()
  const offering = (path: string, opened: Result<OpenedBoard>): Result<OpenedBoard> => {
    if (opened.ok) return opened
    offered.add(path)
    return { ok: false, failure: { ...opened.failure, path } }
  }
  const holdersOf = (path: string) => {
    const one = onePath(path)
    return [...held]
      .filter(([, board]) => board.path === path || board.path === one)
      .map(([holder]) => holder)
  }

  const release = async (holder: Holder) => {
    const board = held.get(holder)
    if (!board) return
    held.delete(holder)
    for (const resolve of waitingForRelease.get(holder) ?? []) resolve()
    waitingForRelease.delete(holder)
    if (holdersOf(board.path).length > 0) return
    rooms.delete(board.path)
    keyring.forget(board.path)
    for (const listener of releasedListeners) listener(board.path)
    const { path } = board
    await turns.take(path, async () => {
      const closed = await hub.ask({ do: 'close', path }, z.unknown())
      if (!closed.ok) log.failure(`closing ${path}`, closed.failure)
      await facts.letGo(path)
    })
  }

  const hold = async (
    holder: Holder,
    path: string,
    opened: Result<OpenedBoard>,
    about: { title?: string; place?: string; host?: string },
  ): Promise<Result<OpenedBoard>> => {
    if (!opened.ok) {
      log.failure('a board was not opened', opened.failure)
      return opened
    }
    if (held.get(holder)?.path !== opened.value.path) await release(holder)
    const before = held.get(holder)
    held.set(holder, opened.value)
    await library.remember(opened.value.path, { ...about, openedAt: Date.now(), wasOpened: true })
    if (opened.value.sealed) await facts.hide(path)
    if (before && before.token !== opened.value.token) tellHolders(path, opened)
    return opened
  }

  const isSealed = (path: string) => holdersOf(path).some((holder) => held.get(holder)?.sealed)

  const tellHolders = (path: string, opened: Result<OpenedBoard>) => {
    for (const holder of holdersOf(path)) {
      if (opened.ok) held.set(holder, opened.value)
      for (const listener of reopenedListeners) listener(holder, opened)
    }
  }

  const reopen = async () => {
    for (const path of new Set([...held.values()].map((board) => board.path))) {
      const opened = offering(path, await keyring.open(path))
      if (!opened.ok) log.failure(`opening ${path} again`, opened.failure)
      else if (opened.value.sealed) await facts.hide(path)
      tellHolders(path, opened)
      if (rooms.has(path)) await hub.ask({ do: 'openRoom', path, host: services.host() }, invitation)
    }
  }
  hub.onRestart(() => void reopen())

  const boards: Boards<Holder> = {
    create: async ({ title, place, language, template }, holder) => {
      const folder = onePath(services.folder())
      const name = unusedName(safeFileName(title, 'Board'), 'ground', (file) =>
        isNameTaken(join(folder, file)),
      )
      const path = join(folder, name)
      const values = { path, title, place, language, host: services.host() }
      const request =
        template === undefined ? { do: 'create' as const } : { do: 'createFrom' as const, source: template }
      const opened = await turns.take(path, () => hub.ask({ ...request, ...values }, openedBoard))
      return hold(holder, path, opened, { title, place, host: services.host() })
    },
    open: async (spelling, holder, passphrase) => {
      const path = onePath(spelling)
      const other = holdersOf(path).find((each) => each !== holder)
      if (other !== undefined) {
        services.focus(other)
        return failed('alreadyOpen', path)
      }
      const opened = offering(path, await turns.take(path, () => keyring.open(path, passphrase)))
      // Until the board says its own title, the file's name stands in for it.
      const isNew = !library.recents().some((recent) => recent.path === path)
      return hold(holder, path, opened, isNew ? { title: basename(path, '.ground') } : {})
    },
    openCopy: (copy, original, holder) => {
      keyring.share(original, copy)
      return boards.open(copy, holder)
    },
    openSample: async (holder) => {
      const sample = await findSample(services.samples)
      if (!sample) return failed('missing', `no sample workshop in ${services.samples}`)
      const folder = onePath(services.folder())
      const path = join(folder, `${safeFileName(sample.title, 'Sample workshop')}.ground`)
      if (existsSync(path)) return boards.open(path, holder)
      const opened = await turns.take(path, () =>
        hub.ask({ do: 'openSample', path, source: sample.folder, host: services.host() }, openedBoard),
      )
      return hold(holder, path, opened, { title: sample.title, place: sample.place, host: services.host() })
    },
    inspectDamage: (path, passphrase) => hub.ask({ do: 'inspectDamage', path, passphrase }, damageReport),
    repair: async (path, passphrase, holder) => {
      const done = await turns.take(path, () => hub.ask({ do: 'repair', path, passphrase }, repaired))
      if (!done.ok) {
        log.failure(`repairing ${path}`, done.failure)
        return done
      }
      const { damaged, report } = done.value
      // To be shown in its folder.
      offered.add(damaged)
      log.failure(`repaired ${path}, the damaged file stays as ${damaged}`, JSON.stringify(report))
      const board = await boards.open(path, holder, passphrase)
      return board.ok ? { ok: true, value: { board: board.value, damaged } } : board
    },
    release,
    whenReleased: (holder) =>
      new Promise((resolve) => {
        if (!held.has(holder)) return resolve()
        waitingForRelease.set(holder, [...(waitingForRelease.get(holder) ?? []), resolve])
      }),
    boardOf: (holder) => held.get(holder) ?? null,
    holdersOf,
    isOffered: (path) => offered.has(path),
    setPassphrase: async (path, passphrase) => {
      const done = await turns.take(path, () => keyring.change(path, passphrase))
      if (!done.ok) {
        log.failure('a passphrase was not set', done.failure)
        return done
      }
      for (const [holder, board] of held) {
        if (board.path === path) held.set(holder, { ...board, sealed: passphrase !== null })
      }
      await (passphrase === null ? facts.unhide(path) : facts.hide(path))
      return done
    },
    keepThumbnail: async (path, title, place, image) => {
      if (holdersOf(path).length > 0) {
        const request = { do: 'keepThumbnail' as const, path, image: new Uint8Array(image) }
        const kept = await hub.ask(request, keptThumbnail)
        if (kept.ok && kept.value.isSealed) return facts.hide(path)
      }
      await facts.keep(path, title, place, image)
    },
    openRoom: async (path) => {
      const opened = await hub.ask({ do: 'openRoom', path, host: services.host() }, invitation)
      if (opened.ok) {
        rooms.add(path)
        if (!isSealed(path)) await library.remember(path, { host: services.host() })
      }
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
    purge: async (path, what) => {
      const done = await hub.ask({ do: 'purge', path, what }, purged)
      await thumbnails.forget(path)
      if (done.ok && done.value.wasHost) await library.remember(path, { host: '' })
      for (const listener of purgedListeners) listener()
      if (!done.ok) log.failure(`purging ${path}`, done.failure)
      return done
    },
    noteExport: async (path, copy) => {
      const noted = await hub.ask({ do: 'noteExport', path, copy }, z.unknown())
      if (!noted.ok) log.failure(`noting a copy of ${path}`, noted.failure)
    },
    listExports: (path) => hub.ask({ do: 'listExports', path }, z.array(knownExport)),
    onPurged: (listener) => {
      purgedListeners.push(listener)
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
