import { type FormEvent, useState } from 'react'
import { useTranslation } from 'react-i18next'
import type { FailureCode, Result } from '#shared/failure'
import { Button } from '../kit/Button'
import { Dialog } from '../kit/Dialog'
import { TextField } from '../kit/Field'

/** UTF-16 units, as the contract allows. */
const LONGEST = 200

/** Asks for a board's new name and gives it. */
export function RenameBoard({
  title: before,
  rename,
  onDone,
  onClose,
}: {
  title: string
  rename: (title: string) => Promise<Result<string>>
  onDone: () => void
  onClose: () => void
}) {
  const { t } = useTranslation()
  const [title, setTitle] = useState(before)
  const [isNameless, setNameless] = useState(false)
  const [busy, setBusy] = useState(false)
  const [failure, setFailure] = useState<FailureCode | null>(null)

  const submit = async (event: FormEvent) => {
    event.preventDefault()
    const next = title.trim()
    if (next === '') return setNameless(true)
    if (next === before) return onClose()
    setBusy(true)
    setFailure(null)
    const renamed = await rename(next).finally(() => setBusy(false))
    if (renamed.ok) onDone()
    else setFailure(renamed.failure.code)
  }

  return (
    <Dialog title={t('home.renameTitle')} onClose={onClose}>
      <form className="new-board" onSubmit={(event) => void submit(event)} noValidate>
        <TextField
          label={t('board.title')}
          error={isNameless ? t('home.boardTitleNeeded') : failure ? t(`failures.${failure}`) : undefined}
          value={title}
          maxLength={LONGEST}
          data-first=""
          onFocus={(event) => event.currentTarget.select()}
          onChange={(event) => {
            setTitle(event.currentTarget.value)
            setNameless(false)
          }}
        />
        <div className="dialog-foot">
          <Button onClick={onClose}>{t('app.cancel')}</Button>
          <Button tone="primary" submits disabled={busy}>
            {t('home.renameDo')}
          </Button>
        </div>
      </form>
    </Dialog>
  )
}
