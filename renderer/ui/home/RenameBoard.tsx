import { type FormEvent, useState } from 'react'
import { useTranslation } from 'react-i18next'
import type { FailureCode, Result } from '#shared/failure'
import { Button } from '../kit/Button'
import { Dialog } from '../kit/Dialog'
import { TextField } from '../kit/Field'
import { usePresent } from '../passphrase/usePresent'

/** UTF-16 units, as the contract allows. */
const LONGEST = 200

/** Asks for a board's new name and gives it. A locked one has its name under the passphrase, so that is asked for too. */
export function RenameBoard({
  title: before,
  isLocked,
  rename,
  onDone,
  onClose,
}: {
  title: string
  isLocked: boolean
  rename: (title: string, passphrase?: string) => Promise<Result<string>>
  onDone: () => void
  onClose: () => void
}) {
  const { t } = useTranslation()
  const [title, setTitle] = useState(before)
  const [isNameless, setNameless] = useState(false)
  const [busy, setBusy] = useState(false)
  const [failure, setFailure] = useState<FailureCode | null>(null)
  const present = usePresent({ label: t('passphrase.field'), needed: t('passphrase.presentNeeded') })

  const submit = async (event: FormEvent) => {
    event.preventDefault()
    const next = title.trim()
    if (next === '') return setNameless(true)
    // The file's name stands for that of a locked one.
    if (next === before && !isLocked) return onClose()
    const passphrase = isLocked ? present.take() : undefined
    if (isLocked && passphrase === undefined) return
    setBusy(true)
    setFailure(null)
    const renamed = await rename(next, passphrase).finally(() => setBusy(false))
    if (renamed.ok) onDone()
    else if (isLocked && renamed.failure.code === 'wrongPassphrase') present.refuse()
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
        {isLocked && <p>{t('home.renameLocked')}</p>}
        {isLocked && present.field(busy)}
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
