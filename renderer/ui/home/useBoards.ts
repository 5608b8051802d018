import { useCallback, useEffect, useState } from 'react'
import type { RecentBoard } from '#shared/ipc/contract'
import type { Desktop } from '../../platform/platform'

/** The boards of this computer, asked for again when they change, and whenever somebody comes back to the window. */
export function useBoards(desktop: Desktop): {
  readonly boards: readonly RecentBoard[] | null
  readonly refresh: () => void
} {
  const [boards, setBoards] = useState<readonly RecentBoard[] | null>(null)
  const refresh = useCallback(() => {
    void desktop.listBoards().then(setBoards)
  }, [desktop])
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
