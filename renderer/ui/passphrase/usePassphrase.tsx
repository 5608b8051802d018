import { LockKeyhole, LockKeyholeOpen } from 'lucide-react'
import { type ReactNode, useCallback, useContext, useMemo, useState } from 'react'
import { useTranslation } from 'react-i18next'
import { OpenedBoardContext, usePlatform } from '../hooks'
import { Button } from '../kit/Button'
import { PassphraseDialog } from './PassphraseDialog'

export interface PassphraseControls {
  /** Opens the dialog. */
  readonly ask: () => void
  /** What stands in the settings of the board. */
  readonly inMenu: (close: () => void) => ReactNode
  readonly dialog: ReactNode
}

/** The passphrase of the board in this window; undefined where it cannot be set. */
export function usePassphrase(): PassphraseControls | undefined {
  const { t } = useTranslation()
  const { desktop } = usePlatform()
  const board = useContext(OpenedBoardContext)
  const [isSealed, setSealed] = useState(board?.sealed ?? false)
  const [isAsked, setAsked] = useState(false)
  const ask = useCallback(() => setAsked(true), [])
  const inMenu = useCallback(
    (close: () => void) => (
      <div className="settings-more">
        <Button
          tone="quiet"
          icon={isSealed ? LockKeyhole : LockKeyholeOpen}
          onClick={() => {
            close()
            ask()
          }}
        >
          {t('passphrase.inMenu')}
        </Button>
        <p className="field-note">{isSealed ? t('passphrase.has') : t('passphrase.hasNone')}</p>
      </div>
    ),
    [t, ask, isSealed],
  )
  const path = board?.lookOnly ? undefined : board?.path
  return useMemo(() => {
    if (!desktop || path === undefined) return undefined
    const dialog = isAsked && (
      <PassphraseDialog
        isSealed={isSealed}
        set={(passphrase, present) => desktop.setPassphrase(path, passphrase, present)}
        onSet={setSealed}
        onClose={() => setAsked(false)}
      />
    )
    return { ask, inMenu, dialog }
  }, [desktop, path, ask, inMenu, isAsked, isSealed])
}
