import { type ReactNode, useState } from 'react'
import { useTranslation } from 'react-i18next'
import { PassphraseField } from './PassphraseField'

export interface Present {
  /** What was typed; undefined while that is nothing, which is said from then on. */
  take(): string | undefined
  /** It is not the one of the board: said until somebody types again. */
  refuse(): void
  readonly field: (busy: boolean) => ReactNode
}

/** A line for the passphrase that a board has now, asked for before that is changed or taken away. */
export function usePresent(): Present {
  const { t } = useTranslation()
  const [typed, setTyped] = useState('')
  const [isShown, setShown] = useState(false)
  const [error, setError] = useState<'empty' | 'wrong' | null>(null)
  const words = { empty: t('passphrase.presentNeeded'), wrong: t('passphrase.wrong') }
  return {
    take() {
      if (typed === '') setError('empty')
      return typed || undefined
    },
    refuse: () => setError('wrong'),
    field: (busy) => (
      <PassphraseField
        label={t('passphrase.fieldPresent')}
        value={typed}
        onType={(next) => {
          setTyped(next)
          setError(null)
        }}
        isShown={isShown}
        onShow={setShown}
        error={error ? words[error] : undefined}
        isFirst
        disabled={busy}
      />
    ),
  }
}
