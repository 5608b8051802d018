import type { OpenedBoard } from '#shared/ipc/contract'
import { onePath } from './files/onePath'

/** Which window works on which board. `Holder` stands for a window. */
export interface Holders<Holder> {
  boardOf(holder: Holder): OpenedBoard | null
  /** The windows on a board, whatever link or spelling leads to it. */
  of(path: string): Holder[]
  /** The paths of all boards that a window has. */
  paths(): Set<string>
  give(holder: Holder, board: OpenedBoard): void
  /** The board that it had. */
  take(holder: Holder): OpenedBoard | null
  /** Resolves when the window has no board, at once if it has none. */
  whenTaken(holder: Holder): Promise<void>
}

export function createHolders<Holder>(): Holders<Holder> {
  const held = new Map<Holder, OpenedBoard>()
  const waiting = new Map<Holder, (() => void)[]>()
  return {
    boardOf: (holder) => held.get(holder) ?? null,
    of: (path) => {
      const one = onePath(path)
      return [...held]
        .filter(([, board]) => board.path === path || board.path === one)
        .map(([holder]) => holder)
    },
    paths: () => new Set([...held.values()].map(({ path }) => path)),
    give: (holder, board) => void held.set(holder, board),
    take: (holder) => {
      const board = held.get(holder) ?? null
      held.delete(holder)
      for (const resolve of waiting.get(holder) ?? []) resolve()
      waiting.delete(holder)
      return board
    },
    whenTaken: (holder) =>
      new Promise((resolve) => {
        if (!held.has(holder)) return resolve()
        waiting.set(holder, [...(waiting.get(holder) ?? []), resolve])
      }),
  }
}
