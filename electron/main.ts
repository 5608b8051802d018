import { hostname } from 'node:os'
import { join } from 'node:path'
import { app, type BrowserWindow, powerSaveBlocker, session, shell } from 'electron'
import type { MenuCommand } from '#shared/ipc/contract'
import { createAwake } from './awake'
import { boardArguments } from './boardArguments'
import { createBoards } from './boards'
import { createClosing } from './closing'
import { boardsFolder, builtFile, resourcesFolder } from './folders'
import { startHub } from './hubClient'
import { createHandlers } from './ipc/handlers'
import { registerCalls } from './ipc/registerCalls'
import { sendEvent } from './ipc/sendEvent'
import { openLibrary } from './library'
import { createLog } from './log'
import { showMenu } from './menu'
import { createOutside } from './outside'
import { createProjectors } from './projectors'
import { claimScheme, serveApp } from './protocol'
import { createBoardReader } from './readerClient'
import { lockPages, lockSession } from './security'
import { createShelf } from './shelf'
import { reportFirstScreen } from './smoke'
import { createTemplates } from './templates'
import { createThumbnails } from './thumbnails'
import { createTurns } from './turns'
import { createUpkeep } from './upkeep'
import { createWindows } from './windows'
import { appLanguage, wordsFor } from './words'

const NAME = 'Common Ground'

app.setName(NAME)
// The runtime that runs us may bear another name; what people keep must not move with it.
if (!app.commandLine.hasSwitch('user-data-dir')) app.setPath('userData', join(app.getPath('appData'), NAME))
claimScheme()
lockPages()

const waitingFiles = boardArguments(process.argv.slice(1), process.cwd())
const takeFile = (event: Electron.Event, path: string) => {
  event.preventDefault()
  waitingFiles.push(path)
}
app.on('open-file', takeFile)

if (app.requestSingleInstanceLock()) void app.whenReady().then(start)
else app.quit()

async function start(): Promise<void> {
  const userData = app.getPath('userData')
  const log = createLog(join(userData, 'logs', 'main.log'))
  process.on('uncaughtException', (cause) => log.failure('uncaught', cause))
  process.on('unhandledRejection', (cause) => log.failure('unhandled', cause))

  lockSession(session.defaultSession)
  serveApp(session.defaultSession, builtFile('renderer'))

  const library = await openLibrary(join(userData, 'library.json'), log)
  const hub = startHub(builtFile('main', 'hub.js'), userData, log)
  const reader = createBoardReader(builtFile('main', 'reader.js'), log)
  const thumbnails = createThumbnails(join(userData, 'thumbnails'))
  const kept = { hub, library, thumbnails, turns: createTurns(), log, folder: boardsFolder }
  const boards = createBoards<BrowserWindow>({
    ...kept,
    focus: (window) => windows.focus(window),
    host: () => library.settings().name || hostname(),
    joinedFolder: () => join(userData, 'Rooms'),
    nameApart: (title) => words()('menu.notTakenIn', { title }),
    samples: join(resourcesFolder(), 'samples'),
  })
  const shelf = createShelf({ ...kept, reader, isOpen: (path) => boards.holdersOf(path).length > 0 })
  const upkeep = createUpkeep({
    ...kept,
    boards,
    nameCopy: (title) => words()('menu.copyOf', { title }),
    shell,
  })
  const closing = createClosing(boards)
  const windows = createWindows(builtFile('preload', 'preload.cjs'), library, log, closing.mayClose)
  const projectors = createProjectors(windows)
  const outside = createOutside(windows, boards)

  const language = () => appLanguage(library.settings().language, app.getPreferredSystemLanguages())
  const words = () => wordsFor(language())
  const command = (name: MenuCommand) => {
    const [front] = windows.mains()
    if (front) sendEvent(front, 'menuCommand', name)
    else windows.openMain()
  }
  const refreshMenu = () => showMenu(words(), process.platform === 'darwin', command)

  registerCalls(
    createHandlers({
      hub,
      boards,
      shelf,
      upkeep,
      templates: createTemplates(join(resourcesFolder(), 'templates'), log),
      library,
      projectors,
      closing,
      log,
      openOutside: (link) => shell.openExternal(link),
      boardsFolder,
      language,
      words,
      homeShown: outside.tellWaiting,
      settingsChanged: (settings) => {
        refreshMenu()
        for (const window of windows.all()) sendEvent(window, 'settingsChanged', settings)
      },
    }),
    log,
  )
  boards.onReleased(projectors.close)
  // It remembers the words of the boards that were searched, and only while it runs.
  boards.onPurged(() => void reader.end())
  shelf.onChanged(() => {
    for (const window of windows.mains()) sendEvent(window, 'boardsChanged', {})
  })
  const awake = createAwake(powerSaveBlocker)
  boards.rooms.onChanged((path, room) => {
    awake.keep(boards.rooms.isAnyOpen())
    const projector = projectors.of(path)
    for (const window of [...boards.holdersOf(path), ...(projector ? [projector] : [])])
      sendEvent(window, 'roomChanged', room)
  })
  boards.onReopened((window, board) => {
    sendEvent(window, 'boardOpened', board)
    const projector = board.ok ? projectors.follow(board.value) : null
    if (projector) sendEvent(projector, 'boardOpened', board)
  })

  refreshMenu()
  app.on('activate', () => {
    if (windows.mains().length === 0) windows.openMain()
  })
  app.on(
    'second-instance',
    (_event, args, folder) => void outside.open(boardArguments(args.slice(1), folder)),
  )
  app.off('open-file', takeFile)
  app.on('open-file', (event, path) => {
    event.preventDefault()
    void outside.open([path])
  })
  endWithHub(async () => {
    await Promise.all([hub.shutDown(), reader.end()])
  })

  if (process.env.COMMON_GROUND_SMOKE === '1') return reportFirstScreen(windows.openMain())
  if (waitingFiles.length > 0) await outside.open(waitingFiles)
  else windows.openMain()
}

/** The app ends when its windows are closed and the hub has written everything. */
function endWithHub(shutDown: () => Promise<void>): void {
  let isEnding = false
  let isDown = false
  app.on('before-quit', () => {
    isEnding = true
  })
  app.on('window-all-closed', () => {
    if (isEnding || process.platform !== 'darwin') app.quit()
  })
  app.on('will-quit', (event) => {
    if (isDown) return
    event.preventDefault()
    void shutDown().finally(() => {
      isDown = true
      app.quit()
    })
  })
}
