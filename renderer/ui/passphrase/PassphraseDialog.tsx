import { useCallback, useRef, useState } from 'react'
import { useTranslation } from 'react-i18next'
import type { FailureCode, Result } from '#shared/failure'
import { Button } from '../kit/Button'
import { Dialog } from '../kit/Dialog'
import { useNotices } from '../kit/notices'
import { NewPassphrase } from './NewPassphrase'
import { RemovePassphrase } from './RemovePassphrase'
import { usePresent } from './usePresent'
import './passphrase.css'

/** Sets, changes or takes away the passphrase of a board. Until it is done, and when it fails, the old state stands. */
export function PassphraseDialog({
  isSealed,
  set,
  onSet,
  onClose,
}: {
  isSealed: boolean
  /** `present` is the one that the board has now. */
  set: (passphrase: string | null, present?: string) => Promise<Result<null>>
  onSet: (isSealed: boolean) => void
  onClose: () => void
}) {
  const { t } = useTranslation()
  const notices = useNotices()
  const [step, setStep] = useState<'choose' | 'set' | 'remove'>(isSealed ? 'choose' : 'set')
  const [busy, setBusy] = useState(false)
  const [failure, setFailure] = useState<FailureCode | null>(null)

  const present = usePresent({ label: t('passphrase.fieldPresent'), needed: t('passphrase.presentNeeded') })
  const body = useRef<HTMLDivElement>(null)
  // With each step what had the focus goes.
  const begin = useCallback((shown: HTMLDivElement | null) => {
    body.current = shown
    shown?.querySelector<HTMLElement>('[data-first]')?.focus()
  }, [])

  const change = async (passphrase: string | null, before?: string) => {
    if (busy) return
    setBusy(true)
    setFailure(null)
    const done = await set(passphrase, before).finally(() => setBusy(false))
    if (!done.ok && done.failure.code === 'wrongPassphrase') {
      present.refuse()
      body.current?.querySelector('input')?.focus()
      return
    }
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
      <div key={step} ref={begin}>
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
          <NewPassphrase
            present={isSealed ? present : null}
            busy={busy}
            onSet={(next, before) => void change(next, before)}
            onClose={close}
          />
        )}
        {step === 'remove' && (
          <RemovePassphrase
            present={present}
            busy={busy}
            onRemove={(before) => void change(null, before)}
            onClose={close}
          />
        )}
      </div>
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
