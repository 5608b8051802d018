import { basename } from 'node:path'
import { app, type BrowserWindow } from 'electron'
import { failed, type Result } from '#shared/failure'
import type { CallRequest, OpenedBoard, Settings } from '#shared/ipc/contract'
import type { ExportedCopy } from '#shared/sync/protocol'
import type { Boards } from '../boards'
import type { Closing } from '../closing'
import type { Hub } from '../hubClient'
import type { Library } from '../library'
import type { Log } from '../log'
import { printPdf } from '../printing'
import type { Projectors } from '../projectors'
import { askForBoard, askWhereToSave, saveFile } from '../saving'
import type { Shelf } from '../shelf'
import type { Templates } from '../templates'
import type { Upkeep } from '../upkeep'
import type { Words } from '../words'
import { writeWhole } from '../writeWhole'
import type { Handlers } from './answerCall'
import { createRoomHandlers } from './roomHandlers'
import { createVersionHandlers } from './versionHandlers'

interface Services {
  readonly hub: Hub
  readonly boards: Boards<BrowserWindow>
  readonly shelf: Shelf
  readonly upkeep: Upkeep
  readonly templates: Templates
  readonly library: Library
  readonly projectors: Projectors
  readonly closing: Closing
  readonly log: Log
  readonly boardsFolder: () => string
  readonly language: () => string
  readonly words: () => Words
  /** Opens an address of the web in the person's own browser. */
  readonly openOutside: (link: string) => Promise<void>
  /** After a change of settings: menus and other windows follow. */
  readonly settingsChanged: (settings: Settings) => void
  /** A window has drawn Home and can be told what was waiting for it. */
  readonly homeShown: (window: BrowserWindow) => void
}

/** What the app does for each call of the contract. */
export function createHandlers(services: Services): Handlers<BrowserWindow> {
  const { boards, shelf, upkeep, library, projectors } = services
  const isOpenIn = (window: BrowserWindow, path: string) => boards.boardOf(window)?.path === path

  /** Pages may name the boards that they were told of, and no others. */
  const isKnown = (path: string) =>
    boards.holdersOf(path).length > 0 || shelf.knows(path) || boards.isOffered(path)
  const ifKnown = <T>(path: string, work: () => T | Promise<T>): T | Promise<T> | Result<never> =>
    isKnown(path) ? work() : failed('noPermission', 'not a known board')

  const openBoard = async (
    { path, passphrase }: CallRequest<'openBoard'>,
    window: BrowserWindow,
  ): Promise<Result<OpenedBoard>> => {
    if (path !== undefined) {
      return ifKnown(path, () => boards.open(path, window, passphrase))
    }
    const asked = await askForBoard(window, services.boardsFolder(), services.words())
    return asked.ok ? boards.open(asked.value, window) : asked
  }

  /** A copy that left is remembered by its board, for who purges later. */
  const noted = async (
    window: BrowserWindow,
    kind: ExportedCopy['kind'],
    saved: Result<string>,
  ): Promise<Result<string>> => {
    const board = boards.boardOf(window)
    if (saved.ok && board) await boards.noteExport(board.path, { kind, name: basename(saved.value) })
    return saved
  }

  return {
    appInfo: (_request, window) => ({
      version: app.getVersion(),
      platform: process.platform,
      language: services.language(),
      view: projectors.boardOf(window) ? 'projector' : 'home',
      board: projectors.boardOf(window) ?? boards.boardOf(window),
    }),
    listBoards: (_request, window) => {
      services.homeShown(window)
      return shelf.list()
    },
    forgetBoard: ({ path }) => shelf.forget(path),
    recallBoard: ({ path }) => shelf.recall(path),
    renameBoard: ({ path, title, passphrase }) => ifKnown(path, () => upkeep.rename(path, title, passphrase)),
    duplicateBoard: ({ path }) => ifKnown(path, () => upkeep.duplicate(path)),
    revealBoard: ({ path }) => ifKnown(path, () => upkeep.reveal(path)),
    exportBoard: ({ path }, window) =>
      ifKnown(path, async () => {
        const where = await askWhereToSave(window, basename(path), 'ground', services.words())
        return where.ok ? upkeep.exportCopy(path, where.value) : where
      }),
    trashBoard: ({ path }) => ifKnown(path, () => upkeep.trash(path)),
    searchBoards: ({ query }) => shelf.search(query),
    listTemplates: () => services.templates.list(services.language()),
    createBoard: async ({ title, place, template: name }, window) => {
      const language = services.language()
      const template = name && (await services.templates.folderOf(name, language))
      return boards.create({ title, place, language, template }, window)
    },
    openBoard: (request, window) => openBoard(request, window),
    openCopy: ({ path }, window) =>
      ifKnown(path, async () => {
        const copy = await upkeep.copyToOwn(path)
        return copy.ok ? boards.openCopy(copy.value, path, window) : copy
      }),
    setPassphrase: async ({ path, passphrase, present }, window) =>
      isOpenIn(window, path)
        ? boards.setPassphrase(path, passphrase, present)
        : failed('missing', 'not open in this window'),
    openSample: (_request, window) => boards.openSample(window),
    listNearby: () => boards.listNearby(),
    joinRoom: (way, window) => boards.join(way, window),
    inspectDamage: ({ path, passphrase }) => ifKnown(path, () => boards.inspectDamage(path, passphrase)),
    repairBoard: ({ path, passphrase }, window) =>
      ifKnown(path, () => boards.repair(path, passphrase, window)),
    closeBoard: async ({ path }, window) => {
      if (isOpenIn(window, path)) await boards.release(window)
    },
    answerClosing: ({ answer }, window) => services.closing.answer(window, answer),
    keepThumbnail: async ({ path, title, place, image }) => {
      if (isKnown(path)) await boards.keepThumbnail(path, title, place, image)
    },
    ...createRoomHandlers(boards, projectors),
    ...createVersionHandlers(services.hub, isOpenIn),
    purge: async ({ path, what }, window) =>
      isOpenIn(window, path) ? boards.purge(path, what) : failed('missing', 'not open in this window'),
    listExports: async ({ path }, window) =>
      isOpenIn(window, path) ? boards.listExports(path) : failed('missing', 'not open in this window'),
    checkRest: async ({ path }, window) =>
      isOpenIn(window, path) ? boards.checkRest(path) : failed('missing', 'not open in this window'),
    listDamaged: async ({ path }, window) => (isOpenIn(window, path) ? boards.listDamaged(path) : []),
    removeDamaged: async ({ path, names }, window) =>
      isOpenIn(window, path)
        ? boards.removeDamaged(path, names)
        : failed('missing', 'not open in this window'),
    openProjector: ({ path }, window) => {
      const board = boards.boardOf(window)
      if (board?.path === path) projectors.open(board, window)
    },
    closeProjector: (_request, window) => {
      const board = projectors.boardOf(window) ?? boards.boardOf(window)
      if (board) projectors.close(board.path)
    },
    exportPdf: async ({ html, title }, window) => {
      const where = await askWhereToSave(window, title, 'pdf', services.words())
      if (!where.ok) return where
      return noted(window, 'pdf', await writeWhole(where.value, await printPdf(html)))
    },
    saveFile: async ({ name, kind, bytes }, window) =>
      noted(window, kind, await saveFile(window, name, kind, bytes, services.words())),
    openLink: ({ link }) => services.openOutside(link),
    paste: (_request, window) => window.webContents.paste(),
    readSettings: () => library.settings(),
    changeSettings: async (change) => {
      const settings = await library.changeSettings(withoutUndefined(change))
      services.settingsChanged(settings)
      return settings
    },
  }
}

function withoutUndefined(change: { [K in keyof Settings]?: Settings[K] | undefined }): Partial<Settings> {
  return Object.fromEntries(Object.entries(change).filter(([, value]) => value !== undefined))
}
