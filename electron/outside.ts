import type { BrowserWindow } from 'electron'
import type { Result } from '#shared/failure'
import type { OpenedBoard } from '#shared/ipc/contract'
import type { Boards } from './boards'
import { sendEvent } from './ipc/sendEvent'
import type { Windows } from './windows'

/** Opens boards that were chosen outside the app: a double click on a file, a second start. */
export interface Outside {
  /** Opens each board in a window of its own, or brings the window that has it to the front. */
  open(paths: readonly string[]): Promise<void>
  /** Tells a window that has just drawn Home what could not be opened for it. */
  tellWaiting(window: BrowserWindow): void
}

export function createOutside(windows: Windows, boards: Boards<BrowserWindow>): Outside {
  const waiting = new Map<BrowserWindow, Result<OpenedBoard>>()
  const shown = new WeakSet<BrowserWindow>()

  const openOne = async (path: string) => {
    const [holder] = boards.holdersOf(path)
    if (holder) return windows.focus(holder)
    const idle = windows.mains().find((window) => !boards.boardOf(window) && !waiting.has(window))
    const window = idle ?? windows.openMain()
    const opened = await boards.open(path, window)
    if (shown.has(window)) {
      sendEvent(window, 'boardOpened', opened)
      return windows.focus(window)
    }
    waiting.set(window, opened)
    window.once('closed', () => waiting.delete(window))
  }

  return {
    open: async (paths) => {
      for (const path of paths) await openOne(path)
      const [front] = windows.mains()
      if (paths.length === 0 && front) windows.focus(front)
    },
    tellWaiting: (window) => {
      shown.add(window)
      const opened = waiting.get(window)
      waiting.delete(window)
      // A board that was open in time is already on the screen, or has been left for Home.
      if (opened && (!opened.ok || boards.boardOf(window))) sendEvent(window, 'boardOpened', opened)
    },
  }
}
