import type { BrowserWindow } from 'electron'
import type { Boards } from './boards'
import { sendEvent } from './ipc/sendEvent'

/** ms that a page gets to send its last edits before the window closes without it. */
const PATIENCE = 4_000

/** Tells a window to close and resolves when it has let go of its board, or after four seconds. */
export async function waitForRelease(window: BrowserWindow, boards: Boards<BrowserWindow>): Promise<void> {
  if (!boards.boardOf(window)) return
  sendEvent(window, 'closing', {})
  const patience = new Promise((resolve) => setTimeout(resolve, PATIENCE))
  await Promise.race([boards.whenReleased(window), patience])
  await boards.release(window)
}
