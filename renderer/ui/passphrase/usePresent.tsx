import { type ReactNode, useState } from 'react'
import { useTranslation } from 'react-i18next'
import { PassphraseField } from './PassphraseField'

export interface Present {
  /** What was typed; undefined while that is nothing, which is said from then on. */
  take(): string | undefined
  /** It is not the one of the board: said until somebody types again. */
  refuse(): void
  /** `isFirst`: it has the focus when the dialog opens. */
  readonly field: (busy: boolean, isFirst?: boolean) => ReactNode
}

/** A line for the passphrase that a board has now. `said` is its name, and what is said when nothing is typed. */
export function usePresent(said: { readonly label: string; readonly needed: string }): Present {
  const { t } = useTranslation()
  const [typed, setTyped] = useState('')
  const [isShown, setShown] = useState(false)
  const [error, setError] = useState<'empty' | 'wrong' | null>(null)
  const words = { empty: said.needed, wrong: t('passphrase.wrong') }
  return {
    take() {
      setError(typed === '' ? 'empty' : null)
      return typed || undefined
    },
    refuse: () => setError('wrong'),
    field: (busy, isFirst = false) => (
      <PassphraseField
        label={said.label}
        value={typed}
        onType={(next) => {
          setTyped(next)
          setError(null)
        }}
        isShown={isShown}
        onShow={setShown}
        error={error ? words[error] : undefined}
        isFirst={isFirst}
        disabled={busy}
      />
    ),
  }
}
