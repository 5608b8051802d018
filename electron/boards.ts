import { existsSync } from 'node:fs'
import { basename, join } from 'node:path'
import { z } from 'zod'
import { type DamageReport, damageReport } from '#shared/damageReport'
import { failed, type Result } from '#shared/failure'
import { type NearbyRoom, nearbyRoom, type OpenedBoard, openedBoard, type WayIn } from '#shared/ipc/contract'
import { keptThumbnail, repaired } from '#shared/ipc/hubContract'
import { readPlace } from '#shared/sync/place'
import { safeFileName, unusedName } from './fileNames'
import { isNameTaken } from './files/moveBoardFile'
import { onePath } from './files/onePath'
import { createHolders } from './holders'
import { createHomeFacts } from './homeFacts'
import { createHosting, type Hosting } from './hosting'
import type { Hub } from './hubClient'
import { createKeyring } from './keyring'
import type { Library } from './library'
import type { Log } from './log'
import { findSample } from './samples'
import type { Thumbnails } from './thumbnails'
import type { Turns } from './turns'

/** Which window works on which board, and what the app does to boards as a whole. `Holder` stands for a window. */
export interface Boards<Holder> extends Hosting {
  /** Makes a board in the boards folder; `template` is the folder that it begins with. */
  create(about: NewBoard, holder: Holder): Promise<Result<OpenedBoard>>
  /** Opens a board. One that another window has is `alreadyOpen`, and that window comes to the front. */
  open(path: string, holder: Holder, passphrase?: string): Promise<Result<OpenedBoard>>
  /** Opens a copy of an open board, with the passphrase of the board where there is one. */
  openCopy(copy: string, original: string, holder: Holder): Promise<Result<OpenedBoard>>
  /**
   * Puts an open board under a passphrase, or under none. One that has a passphrase needs that as `present`:
   * whoever comes by an open window is not to lock its people out. Home shows nothing of what is under one.
   */
  setPassphrase(path: string, passphrase: string | null, present?: string): Promise<Result<null>>
  /** Opens the sample workshop in the boards folder, building it there the first time. */
  openSample(holder: Holder): Promise<Result<OpenedBoard>>
  /** The rooms on this network that tell of themselves; none where that cannot be known. */
  listNearby(): Promise<NearbyRoom[]>
  /** Comes into the room of another computer; a window that has the copy of its board already comes to the front. */
  join(way: WayIn, holder: Holder): Promise<Result<OpenedBoard>>
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
  /** Keeps the picture of a board for Home; none of one under a passphrase, also when it comes after that was let go. */
  keepThumbnail(path: string, title: string, place: string, image: Uint8Array): Promise<void>
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
  /** The folder for copies of the boards in other computers' rooms. */
  readonly joinedFolder: () => string
  /** The title of a copy that holds what a room refused. */
  readonly nameApart: (title: string) => string
  /** The folder whose folders are sample workshops. */
  readonly samples: string
}

export function createBoards<Holder>(services: Services<Holder>): Boards<Holder> {
  const { hub, library, thumbnails, log, turns } = services
  const holders = createHolders<Holder>()
  const releasedListeners: ((path: string) => void)[] = []
  const reopenedListeners: ((holder: Holder, board: Result<OpenedBoard>) => void)[] = []
  const keyring = createKeyring(hub)
  const facts = createHomeFacts(library, thumbnails)
  const offered = new Set<string>()
  const offering = (path: string, opened: Result<OpenedBoard>): Result<OpenedBoard> => {
    if (opened.ok) return opened
    offered.add(path)
    return { ok: false, failure: { ...opened.failure, path } }
  }
  const isSealed = (path: string) => holders.of(path).some((holder) => holders.boardOf(holder)?.sealed)
  const { hosting, noteOwed, resume, end } = createHosting({ ...services, isSealed })

  const release = async (holder: Holder) => {
    const board = holders.take(holder)
    if (!board || holders.of(board.path).length > 0) return
    end(board.path)
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
    if (holders.boardOf(holder)?.path !== opened.value.path) await release(holder)
    const before = holders.boardOf(holder)
    holders.give(holder, opened.value)
    await library.remember(opened.value.path, { ...about, openedAt: Date.now(), wasOpened: true })
    if (opened.value.sealed) await facts.hide(path)
    if (!opened.value.lookOnly) await noteOwed(opened.value.path)
    if (before && before.token !== opened.value.token) tellHolders(path, opened)
    return opened
  }

  const tellHolders = (path: string, opened: Result<OpenedBoard>) => {
    for (const holder of holders.of(path)) {
      if (opened.ok) holders.give(holder, opened.value)
      for (const listener of reopenedListeners) listener(holder, opened)
    }
  }

  const reopen = async () => {
    for (const path of holders.paths()) {
      const opened = offering(path, await keyring.open(path))
      if (!opened.ok) log.failure(`opening ${path} again`, opened.failure)
      else if (opened.value.sealed) await facts.hide(path)
      tellHolders(path, opened)
      await resume(path)
    }
  }
  hub.onRestart(() => void reopen())

  const boards: Boards<Holder> = {
    ...hosting,
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
      const other = holders.of(path).find((each) => each !== holder)
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
    listNearby: async () => {
      const found = await hub.ask({ do: 'nearby' }, z.array(nearbyRoom))
      return found.ok ? found.value : []
    },
    join: async ({ address, code, takesAnyComputer = false, ...greeting }, holder) => {
      const typed = readPlace(address)
      if (!typed) return failed('notAnAddress')
      const { place } = typed
      const folder = services.joinedFolder()
      const apartTitle = services.nameApart('{{title}}')
      const way = { place, code: code || typed.code, greeting, takesAnyComputer }
      const request = { do: 'join' as const, folder, ...way, apartTitle }
      const opened = await hub.ask(request, openedBoard)
      // Nobody would find it again but on Home.
      if (opened.ok && opened.value.apart !== undefined) {
        const title = basename(opened.value.apart, '.ground')
        await library.remember(opened.value.apart, { title, openedAt: Date.now(), wasOpened: true })
      }
      const other = opened.ok && holders.of(opened.value.path).find((each) => each !== holder)
      if (other) {
        services.focus(other)
        return failed('alreadyOpen', opened.value.path)
      }
      const title = opened.ok ? basename(opened.value.path, '.ground') : ''
      return hold(holder, opened.ok ? opened.value.path : '', opened, { title })
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
    whenReleased: holders.whenTaken,
    boardOf: holders.boardOf,
    holdersOf: holders.of,
    isOffered: (path) => offered.has(path),
    setPassphrase: async (path, passphrase, present) => {
      const done = await turns.take(path, async () =>
        isSealed(path) && !keyring.opens(path, present)
          ? failed('wrongPassphrase')
          : keyring.change(path, passphrase),
      )
      if (!done.ok) {
        log.failure('a passphrase was not set', done.failure)
        return done
      }
      for (const holder of holders.of(path)) {
        const board = holders.boardOf(holder)
        if (board) holders.give(holder, { ...board, sealed: passphrase !== null })
      }
      await (passphrase === null ? facts.unhide(path) : facts.hide(path))
      return done
    },
    keepThumbnail: async (path, title, place, image) => {
      if (holders.of(path).length > 0) {
        const request = { do: 'keepThumbnail' as const, path, image: new Uint8Array(image) }
        const kept = await hub.ask(request, keptThumbnail)
        if (kept.ok && kept.value.isSealed) return facts.hide(path)
      } else if (library.recents().some((recent) => recent.path === path && recent.locked)) return
      await facts.keep(path, title, place, image)
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
