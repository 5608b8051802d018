import { useEffect, useMemo, useState } from 'react'
import type { RecentBoard } from '#shared/ipc/contract'
import type { Desktop } from '../../platform/platform'
import { newestAnswer } from '../newestAnswer'

/** The boards of this computer, asked for again when they change, and whenever somebody comes back to the window. */
export function useBoards(desktop: Desktop): {
  readonly boards: readonly RecentBoard[] | null
  readonly refresh: () => void
} {
  const [boards, setBoards] = useState<readonly RecentBoard[] | null>(null)
  const refresh = useMemo(() => newestAnswer(desktop.listBoards, setBoards), [desktop])
  useEffect(() => {
    refresh()
    // Files may have come into the folder or gone from it by other hands.
    window.addEventListener('focus', refresh)
    const stop = desktop.onBoardsChanged(refresh)
    return () => {
      window.removeEventListener('focus', refresh)
      stop()
    }
  }, [desktop, refresh])
  return { boards, refresh }
}
