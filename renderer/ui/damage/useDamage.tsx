import { type ReactNode, useCallback, useState } from 'react'
import type { Failure, FailureCode } from '#shared/failure'
import type { OpenedBoard } from '#shared/ipc/contract'
import { usePlatform } from '../hooks'
import { useNotices } from '../kit/notices'
import { DamagedBoard } from './DamagedBoard'

/** Certainly a board. */
const DAMAGED: readonly FailureCode[] = ['corrupt', 'truncated']
/** Perhaps a board whose beginning is gone: only looking tells. */
const PERHAPS: readonly FailureCode[] = ['emptyFile', 'notABoard']

/**
 * Words for a board that was not opened: for a damaged one a dialog that offers what can be read, for anything else
 * a notice.
 */
export function useDamage(onOpened: (board: OpenedBoard) => void): {
  /** `passphrase` is what was typed for the board already. */
  tell: (failure: Failure, passphrase?: string) => void
  dialog: ReactNode
} {
  const { desktop } = usePlatform()
  const notices = useNotices()
  const [damaged, setDamaged] = useState<{
    readonly path: string
    readonly code: FailureCode
    readonly passphrase: string | undefined
  } | null>(null)

  const tell = useCallback(
    (failure: Failure, passphrase?: string) => {
      const { path, code } = failure
      if (!desktop || path === undefined) return notices.fail(failure)
      if (DAMAGED.includes(code)) return setDamaged({ path, code, passphrase })
      if (!PERHAPS.includes(code)) return notices.fail(failure)
      void desktop.inspectDamage(path, passphrase).then((found) => {
        if (found.ok) setDamaged({ path, code: 'corrupt', passphrase })
        else notices.fail(failure)
      })
    },
    [desktop, notices],
  )

  const dialog = desktop && damaged && (
    <DamagedBoard
      key={damaged.path}
      desktop={desktop}
      path={damaged.path}
      code={damaged.code}
      typed={damaged.passphrase}
      onClose={() => setDamaged(null)}
      onOpened={(board) => {
        setDamaged(null)
        onOpened(board)
      }}
    />
  )
  return { tell, dialog }
}
