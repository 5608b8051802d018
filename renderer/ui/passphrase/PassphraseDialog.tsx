import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import type { FailureCode, Result } from '#shared/failure'
import { Button } from '../kit/Button'
import { Dialog } from '../kit/Dialog'
import { useNotices } from '../kit/notices'
import { NewPassphrase } from './NewPassphrase'
import './passphrase.css'

/** Sets, changes or takes away the passphrase of a board. Until it is done, and when it fails, the old state stands. */
export function PassphraseDialog({
  isSealed,
  set,
  onSet,
  onClose,
}: {
  isSealed: boolean
  set: (passphrase: string | null) => Promise<Result<null>>
  onSet: (isSealed: boolean) => void
  onClose: () => void
}) {
  const { t } = useTranslation()
  const notices = useNotices()
  const [step, setStep] = useState<'choose' | 'set' | 'remove'>(isSealed ? 'choose' : 'set')
  const [busy, setBusy] = useState(false)
  const [failure, setFailure] = useState<FailureCode | null>(null)

  const change = async (passphrase: string | null) => {
    if (busy) return
    setBusy(true)
    setFailure(null)
    const done = await set(passphrase).finally(() => setBusy(false))
    if (!done.ok) return setFailure(done.failure.code)
    onSet(passphrase !== null)
    onClose()
    notices.say({ words: passphrase === null ? t('passphrase.removed') : t('passphrase.isSet') })
  }
  // While the file is written there is nothing to call off.
  const close = () => {
    if (!busy) onClose()
  }

  return (
    <Dialog title={step === 'remove' ? t('passphrase.remove') : t('passphrase.title')} onClose={close}>
      {step === 'choose' && (
        <div className="passphrase">
          <p>{t('passphrase.has')}</p>
          <div className="dialog-foot">
            <Button tone="danger" onClick={() => setStep('remove')}>
              {t('passphrase.remove')}
            </Button>
            <Button tone="primary" onClick={() => setStep('set')} data-first="">
              {t('passphrase.change')}
            </Button>
          </div>
        </div>
      )}
      {step === 'set' && (
        <NewPassphrase isChange={isSealed} busy={busy} onSet={(next) => void change(next)} onClose={close} />
      )}
      {step === 'remove' && (
        <div className="passphrase">
          <p>{t('passphrase.removeLead')}</p>
          <div className="dialog-foot">
            <Button onClick={close}>{t('app.cancel')}</Button>
            <Button tone="danger" aria-disabled={busy} onClick={() => void change(null)}>
              {busy ? t('passphrase.writing') : t('passphrase.remove')}
            </Button>
          </div>
        </div>
      )}
      <p className="unseen" role="status">
        {busy && t('passphrase.writing')}
      </p>
      {failure && (
        <p className="passphrase-failure" role="alert">
          {t('passphrase.failed')} {t(`failures.${failure}`)}
        </p>
      )}
    </Dialog>
  )
}
