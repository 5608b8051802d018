import { app, type BrowserWindow, shell } from 'electron'
import { failed, type Result, success } from '#shared/failure'
import type { OpenedBoard, Settings } from '#shared/ipc/contract'
import type { Boards } from '../boards'
import type { Closing } from '../closing'
import type { Hub } from '../hubClient'
import type { Library } from '../library'
import type { Log } from '../log'
import { printPdf } from '../printing'
import type { Projectors } from '../projectors'
import { askForBoard, askWhereToSave, saveFile } from '../saving'
import type { Words } from '../words'
import { writeWhole } from '../writeWhole'
import type { Handlers } from './answerCall'
import { createVersionHandlers } from './versionHandlers'

interface Services {
  readonly hub: Hub
  readonly boards: Boards<BrowserWindow>
  readonly library: Library
  readonly projectors: Projectors
  readonly closing: Closing
  readonly log: Log
  readonly boardsFolder: () => string
  readonly language: () => string
  readonly words: () => Words
  /** After a change of settings: menus and other windows follow. */
  readonly settingsChanged: (settings: Settings) => void
  /** A window has drawn Home and can be told what was waiting for it. */
  readonly homeShown: (window: BrowserWindow) => void
}

/** What the app does for each call of the contract. */
export function createHandlers(services: Services): Handlers<BrowserWindow> {
  const { boards, library, projectors } = services
  const isOpenIn = (window: BrowserWindow, path: string) => boards.boardOf(window)?.path === path

  /** Pages may name the boards that they were told of, and no others. */
  const ifOffered = <T>(path: string, work: () => T): T | Result<never> =>
    boards.isOffered(path) || boards.isKnown(path) ? work() : failed('noPermission', 'not a known board')

  const openBoard = async (path: string | undefined, window: BrowserWindow): Promise<Result<OpenedBoard>> => {
    if (path !== undefined) {
      return boards.isKnown(path) ? boards.open(path, window) : failed('noPermission', 'not a known board')
    }
    const asked = await askForBoard(window, services.boardsFolder(), services.words())
    return asked.ok ? boards.open(asked.value, window) : asked
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
      return boards.recents()
    },
    forgetBoard: ({ path }) => boards.forget(path),
    createBoard: ({ title, place }, window) => boards.create(title, place, services.language(), window),
    openBoard: ({ path }, window) => openBoard(path, window),
    openSample: (_request, window) => boards.openSample(window),
    inspectDamage: ({ path, passphrase }) => ifOffered(path, () => boards.inspectDamage(path, passphrase)),
    repairBoard: ({ path, passphrase }, window) =>
      ifOffered(path, () => boards.repair(path, passphrase, window)),
    revealBoard: ({ path }) =>
      ifOffered(path, () => {
        shell.showItemInFolder(path)
        return success(null)
      }),
    closeBoard: async ({ path }, window) => {
      if (isOpenIn(window, path)) await boards.release(window)
    },
    answerClosing: ({ answer }, window) => services.closing.answer(window, answer),
    keepThumbnail: async ({ path, title, place, image }) => {
      if (boards.isKnown(path)) await boards.keepThumbnail(path, title, place, image)
    },
    openRoom: async ({ path }, window) =>
      isOpenIn(window, path) ? boards.openRoom(path) : failed('missing', 'not open in this window'),
    closeRoom: async ({ path }, window) => {
      if (isOpenIn(window, path)) await boards.closeRoom(path)
    },
    roomState: async ({ path }, window) => (isOpenIn(window, path) ? boards.room(path) : null),
    ...createVersionHandlers(services.hub, isOpenIn),
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
      return where.ok ? writeWhole(where.value, await printPdf(html)) : where
    },
    saveFile: ({ name, kind, bytes }, window) => saveFile(window, name, kind, bytes, services.words()),
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
