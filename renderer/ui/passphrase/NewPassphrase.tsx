import { type FormEvent, useState } from 'react'
import { useTranslation } from 'react-i18next'
import { Button } from '../kit/Button'
import { Tick } from '../kit/Field'
import { PassphraseField } from './PassphraseField'
import { strengthOf } from './strengthOf'
import type { Present } from './usePresent'

/** Asks for a new passphrase, after saying what it covers and that a lost one cannot be helped. */
export function NewPassphrase({
  present,
  busy,
  onSet,
  onClose,
}: {
  /** Asks for the one that the board has now; null when it has none. */
  present: Present | null
  busy: boolean
  onSet: (passphrase: string, present?: string) => void
  onClose: () => void
}) {
  const { t } = useTranslation()
  const [typed, setTyped] = useState('')
  const [again, setAgain] = useState('')
  const [isShown, setShown] = useState(false)
  const [isWritten, setWritten] = useState(false)
  const [isTried, setTried] = useState(false)

  const isChange = present !== null
  const strength = strengthOf(typed)
  const isEmpty = strength === 'empty'
  // What is in plain sight need not be typed twice.
  const isOther = !isShown && again !== typed
  const submit = (event: FormEvent) => {
    event.preventDefault()
    setTried(true)
    const before = present?.take()
    if (present && before === undefined) return
    if (!isEmpty && !isOther && isWritten && !busy) onSet(typed, before)
  }

  return (
    <form className="passphrase" onSubmit={submit} noValidate>
      <div className="passphrase-warning">
        <p>
          <strong>{t('passphrase.lost')}</strong>
        </p>
        <p>{isChange ? t('passphrase.coversChange') : t('passphrase.covers')}</p>
      </div>
      {present?.field(busy, true)}
      <PassphraseField
        label={isChange ? t('passphrase.fieldNew') : t('passphrase.field')}
        value={typed}
        onType={setTyped}
        isShown={isShown}
        onShow={setShown}
        hint={t(`passphrase.strength.${strength}`)}
        error={isTried && isEmpty ? t('passphrase.empty') : undefined}
        isFirst={!isChange}
        disabled={busy}
      />
      {!isShown && (
        <PassphraseField
          label={t('passphrase.again')}
          value={again}
          onType={setAgain}
          isShown={false}
          error={isTried && !isEmpty && isOther ? t('passphrase.different') : undefined}
          disabled={busy}
        />
      )}
      <Tick
        label={t('passphrase.written')}
        checked={isWritten}
        error={isTried && !isWritten ? t('passphrase.writtenNeeded') : undefined}
        onChange={(event) => setWritten(event.currentTarget.checked)}
      />
      <div className="dialog-foot">
        <Button onClick={onClose} aria-disabled={busy}>
          {t('app.cancel')}
        </Button>
        <Button tone="primary" submits aria-disabled={busy}>
          {busy ? t('passphrase.writing') : isChange ? t('passphrase.change') : t('passphrase.set')}
        </Button>
      </div>
    </form>
  )
}
