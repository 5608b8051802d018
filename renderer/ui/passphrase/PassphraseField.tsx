import { Eye, EyeOff } from 'lucide-react'
import { useTranslation } from 'react-i18next'
import { MAX_PASSPHRASE } from '#shared/ipc/contract'
import { IconButton } from '../kit/Button'
import { TextField } from '../kit/Field'

/** A line for a passphrase, with a button that shows what is typed. */
export function PassphraseField({
  label,
  value,
  onType,
  isShown,
  onShow,
  hint,
  error,
  isFirst = false,
  disabled = false,
}: {
  label: string
  value: string
  onType: (value: string) => void
  isShown: boolean
  /** Without it there is no button: another field shows both. */
  onShow?: (isShown: boolean) => void
  hint?: string | undefined
  error?: string | undefined
  /** It has the focus when the dialog opens. */
  isFirst?: boolean
  disabled?: boolean
}) {
  const { t } = useTranslation()
  return (
    <TextField
      label={label}
      hint={hint}
      error={error}
      type={isShown ? 'text' : 'password'}
      value={value}
      maxLength={MAX_PASSPHRASE}
      autoComplete="off"
      autoCapitalize="off"
      spellCheck={false}
      data-first={isFirst ? '' : undefined}
      readOnly={disabled}
      onChange={(event) => onType(event.currentTarget.value)}
      end={
        onShow && (
          <IconButton
            icon={isShown ? EyeOff : Eye}
            label={isShown ? t('passphrase.hide') : t('passphrase.show')}
            hint="above"
            onClick={() => onShow(!isShown)}
          />
        )
      }
    />
  )
}
