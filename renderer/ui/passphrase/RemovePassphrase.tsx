import { useTranslation } from 'react-i18next'
import { Button } from '../kit/Button'
import type { Present } from './usePresent'

/** Asks whether a passphrase is to go, and for the passphrase. */
export function RemovePassphrase({
  present,
  busy,
  onRemove,
  onClose,
}: {
  present: Present
  busy: boolean
  onRemove: (present: string) => void
  onClose: () => void
}) {
  const { t } = useTranslation()
  return (
    <form
      className="passphrase"
      noValidate
      onSubmit={(event) => {
        event.preventDefault()
        const words = present.take()
        if (words !== undefined && !busy) onRemove(words)
      }}
    >
      <p>{t('passphrase.removeLead')}</p>
      {present.field(busy, true)}
      <div className="dialog-foot">
        <Button onClick={onClose} aria-disabled={busy}>
          {t('app.cancel')}
        </Button>
        <Button tone="danger" submits aria-disabled={busy}>
          {busy ? t('passphrase.writing') : t('passphrase.remove')}
        </Button>
      </div>
    </form>
  )
}
