import { type FormEvent, useRef, useState } from 'react'
import { useTranslation } from 'react-i18next'
import type { Failure, Result } from '#shared/failure'
import type { OpenedBoard } from '#shared/ipc/contract'
import { fileNameOf } from '../damage/fileNameOf'
import { Button } from '../kit/Button'
import { Dialog } from '../kit/Dialog'
import { usePresent } from './usePresent'
import './passphrase.css'

/** Asks for the passphrase of a board and opens it. A wrong one is said, and what was typed stays. */
export function AskPassphrase({
  path,
  open,
  onOpened,
  onRefused,
  onClose,
}: {
  path: string
  open: (path: string, passphrase: string) => Promise<Result<OpenedBoard>>
  onOpened: (board: OpenedBoard) => void
  /** It was not opened, and not because of the passphrase that was typed. */
  onRefused: (failure: Failure, passphrase: string) => void
  onClose: () => void
}) {
  const { t } = useTranslation()
  const form = useRef<HTMLFormElement>(null)
  const [busy, setBusy] = useState(false)
  const present = usePresent({ label: t('passphrase.field'), needed: t('passphrase.empty') })

  const submit = async (event: FormEvent) => {
    event.preventDefault()
    if (busy) return
    const typed = present.take()
    if (typed === undefined) return
    setBusy(true)
    const board = await open(path, typed).finally(() => setBusy(false))
    if (board.ok) return onOpened(board.value)
    if (board.failure.code !== 'wrongPassphrase') return onRefused(board.failure, typed)
    present.refuse()
    form.current?.querySelector('input')?.focus()
  }

  const name = fileNameOf(path)
  return (
    <Dialog title={t('passphrase.askTitle')} onClose={onClose}>
      <form ref={form} className="passphrase" onSubmit={(event) => void submit(event)} noValidate>
        <p>
          {t('passphrase.askLead')} <bdi className="passphrase-file">{name}</bdi>
        </p>
        {present.field(busy, true)}
        <div className="dialog-foot">
          <Button onClick={onClose}>{t('app.cancel')}</Button>
          <Button tone="primary" submits aria-disabled={busy}>
            {busy ? t('home.opening') : t('passphrase.open')}
          </Button>
        </div>
      </form>
    </Dialog>
  )
}
