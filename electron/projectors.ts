import type { BrowserWindow } from 'electron'
import type { OpenedBoard } from '#shared/ipc/contract'
import type { Windows } from './windows'

/** The clean windows for the room, at most one per board. */
export interface Projectors {
  /** Opens the projector of a board, or brings it to the front. */
  open(board: OpenedBoard, beside: BrowserWindow): void
  close(path: string): void
  /** What a projector window shows; null for other windows. */
  boardOf(window: BrowserWindow): OpenedBoard | null
  /** The projector of a board, if there is one. */
  of(path: string): BrowserWindow | null
  /** Notes that a board has another address at the hub. Returns its projector, if there is one. */
  follow(board: OpenedBoard): BrowserWindow | null
}

export function createProjectors(windows: Windows): Projectors {
  const shown = new Map<BrowserWindow, OpenedBoard>()
  const of = (path: string) => [...shown].find(([, board]) => board.path === path)?.[0] ?? null
  return {
    open: (board, beside) => {
      const present = of(board.path)
      if (present) return windows.focus(present)
      const window = windows.openProjector(beside)
      shown.set(window, board)
      window.once('closed', () => shown.delete(window))
    },
    close: (path) => of(path)?.close(),
    boardOf: (window) => shown.get(window) ?? null,
    of,
    follow: (board) => {
      const window = of(board.path)
      if (window) shown.set(window, board)
      return window
    },
  }
}
