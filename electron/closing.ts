import type { BrowserWindow } from 'electron'
import type { Boards } from './boards'
import { sendEvent } from './ipc/sendEvent'

/** ms that a page gets to send its last edits, or to say that it is asking the person, before it counts as dead. */
const PATIENCE = 4_000

/** The talk between the app and a page whose window is to close. */
export interface Closing {
  /** Asks the page to finish. True when it has let go of its board or does not answer; false when it wants to stay. */
  mayClose(window: BrowserWindow): Promise<boolean>
  answer(window: BrowserWindow, answer: 'asking' | 'stay'): void
}

export function createClosing(boards: Boards<BrowserWindow>): Closing {
  const asked = new Map<BrowserWindow, (answer: 'asking' | 'stay') => void>()
  return {
    mayClose: async (window) => {
      if (!boards.boardOf(window)) return true
      let timer: NodeJS.Timeout | undefined
      const answered = new Promise<boolean>((resolve) => {
        timer = setTimeout(() => resolve(true), PATIENCE)
        asked.set(window, (answer) => {
          clearTimeout(timer)
          if (answer === 'stay') resolve(false)
        })
      })
      // A page that dies while it is asked must not keep its window for ever.
      const dead = new Promise<boolean>((resolve) => {
        window.webContents.once('render-process-gone', () => resolve(true))
      })
      sendEvent(window, 'closing', {})
      const released = boards.whenReleased(window).then(() => true)
      const mayClose = await Promise.race([released, answered, dead])
      clearTimeout(timer)
      asked.delete(window)
      if (mayClose) await boards.release(window)
      return mayClose
    },
    answer: (window, answer) => asked.get(window)?.(answer),
  }
}
