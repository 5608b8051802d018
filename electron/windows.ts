import { join } from 'node:path'
import { BrowserWindow, screen } from 'electron'
import { resourcesFolder } from './folders'
import type { Library } from './library'
import type { Log } from './log'
import { START_ADDRESS } from './ownAddress'
import { fitPlace, projectorArea } from './placement'
import { keepOnDisplay } from './projectorPlace'
import { lockedPreferences } from './security'

/** The wall's own colour, so that nothing flashes before the first paint. */
const PAPER = '#FBFAF7'

export interface Windows {
  /** Opens a window on Home, or on the board it will be told of. */
  openMain(): BrowserWindow
  /** Every window but projectors, the one in front first. */
  mains(): BrowserWindow[]
  all(): BrowserWindow[]
  isProjector(window: BrowserWindow): boolean
  /**
   * Opens a clean window that fills the external display as long as there is one, and is a window of its own
   * otherwise.
   */
  openProjector(beside: BrowserWindow): BrowserWindow
  focus(window: BrowserWindow): void
}

/**
 * Makes windows. `mayClose` is asked before a main window goes: true when nothing of that window's work can be lost,
 * false when the person wants to stay.
 */
export function createWindows(
  preload: string,
  library: Library,
  log: Log,
  mayClose: (window: BrowserWindow) => Promise<boolean>,
): Windows {
  const projectors = new Set<BrowserWindow>()
  const mains = new Set<BrowserWindow>()

  const make = (kind: 'main' | 'projector', areas: Electron.Rectangle[]) => {
    const { isMaximized, ...bounds } = fitPlace(library.windowPlace(kind), areas)
    const window = new BrowserWindow({
      ...bounds,
      minWidth: 480,
      minHeight: 400,
      show: false,
      title: 'Common Ground',
      icon: join(resourcesFolder(), 'icons', 'icon.png'),
      backgroundColor: PAPER,
      webPreferences: lockedPreferences(preload),
    })
    if (isMaximized) window.maximize()
    const known = kind === 'main' ? mains : projectors
    known.add(window)
    window.on('closed', () => known.delete(window))
    window.once('ready-to-show', () => window.show())
    window.on('close', () => void library.keepWindowPlace(kind, placeOf(window)))
    reloadAfterCrash(window, log)
    return window
  }

  const load = (window: BrowserWindow) => {
    window.loadURL(START_ADDRESS).catch((cause) => log.failure('a window did not load', cause))
  }

  return {
    openMain: () => {
      const window = make('main', workAreas())
      closeWhen(window, () => mayClose(window))
      load(window)
      return window
    },
    mains: () => {
      const front = BrowserWindow.getFocusedWindow()
      return [...mains].sort((a, b) => Number(b === front) - Number(a === front))
    },
    all: () => [...mains, ...projectors],
    isProjector: (window) => projectors.has(window),
    openProjector: (beside) => {
      const working = screen.getDisplayMatching(beside.getBounds())
      const external = projectorArea(
        screen.getAllDisplays().map((display) => display.bounds),
        working.bounds,
      )
      const window = make('projector', external ? [external] : workAreas())
      window.setMenuBarVisibility(false)
      keepOnDisplay(window, beside)
      load(window)
      return window
    },
    focus: (window) => {
      if (window.isMinimized()) window.restore()
      window.show()
      window.focus()
    },
  }
}

function workAreas(): Electron.Rectangle[] {
  const primary = screen.getPrimaryDisplay()
  const others = screen.getAllDisplays().filter((display) => display.id !== primary.id)
  return [primary, ...others].map((display) => display.workArea)
}

function placeOf(window: BrowserWindow) {
  return { ...window.getNormalBounds(), isMaximized: window.isMaximized() }
}

function closeWhen(window: BrowserWindow, mayClose: () => Promise<boolean>): void {
  let isClosing = false
  window.on('close', (event) => {
    event.preventDefault()
    if (isClosing) return
    isClosing = true
    const ask = async () => {
      if (await mayClose()) window.destroy()
      isClosing = false
    }
    void ask()
  })
}

/** A page that dies comes back with its board; one that dies at once again does not, or it would flicker for ever. */
function reloadAfterCrash(window: BrowserWindow, log: Log): void {
  let lastCrash = 0
  window.webContents.on('render-process-gone', (_event, details) => {
    if (details.reason === 'clean-exit') return
    log.failure('a page died', details.reason)
    if (Date.now() - lastCrash > 10_000) window.reload()
    lastCrash = Date.now()
  })
}
