import { type ReactNode, useCallback, useState } from 'react'
import type { Failure } from '#shared/failure'
import type { OpenedBoard } from '#shared/ipc/contract'
import { usePlatform } from '../hooks'
import { AskPassphrase } from './AskPassphrase'

/**
 * Asks for the passphrase of a board that was not opened for want of it, then shows the board. Any other failure is
 * told as it was before, with the passphrase that was typed by then.
 */
export function useLocked(
  show: (board: OpenedBoard) => void,
  tellOther: (failure: Failure, passphrase?: string) => void,
): { tell: (failure: Failure) => void; dialog: ReactNode } {
  const { desktop } = usePlatform()
  const [path, setPath] = useState<string | null>(null)
  const tell = useCallback(
    (failure: Failure) => {
      if (failure.code === 'needsPassphrase' && failure.path !== undefined) setPath(failure.path)
      else tellOther(failure)
    },
    [tellOther],
  )
  const dialog = path !== null && desktop && (
    <AskPassphrase
      key={path}
      path={path}
      open={desktop.openBoard}
      onOpened={(board) => {
        setPath(null)
        show(board)
      }}
      onRefused={(failure, passphrase) => {
        setPath(null)
        tellOther(failure, passphrase)
      }}
      onClose={() => setPath(null)}
    />
  )
  return { tell, dialog }
}
