import { type FormEvent, useEffect, useState } from 'react'
import { useTranslation } from 'react-i18next'
import type { FailureCode, Result } from '#shared/failure'
import type { OpenedBoard, Template } from '#shared/ipc/contract'
import { Button } from '../kit/Button'
import { Dialog } from '../kit/Dialog'
import { TextField } from '../kit/Field'
import { TemplateChoice } from './TemplateChoice'

/** UTF-16 units, as the contract allows. */
const LONGEST = 200

/** Asks what a new board is about, where the workshop takes place and what it begins with, then makes it. */
export function NewBoard({
  templates: listTemplates,
  create,
  onCreated,
  onClose,
}: {
  templates: () => Promise<Template[]>
  create: (title: string, place: string, template?: string) => Promise<Result<OpenedBoard>>
  onCreated: (board: OpenedBoard) => void
  onClose: () => void
}) {
  const { t } = useTranslation()
  const [title, setTitle] = useState('')
  const [place, setPlace] = useState('')
  const [templates, setTemplates] = useState<readonly Template[]>([])
  const [template, setTemplate] = useState<string | null>(null)
  const [busy, setBusy] = useState(false)
  const [isNameless, setNameless] = useState(false)
  const [failure, setFailure] = useState<FailureCode | null>(null)

  useEffect(() => void listTemplates().then(setTemplates), [listTemplates])

  const submit = async (event: FormEvent) => {
    event.preventDefault()
    if (title.trim() === '') return setNameless(true)
    setBusy(true)
    setFailure(null)
    const board = await create(title.trim(), place.trim(), template ?? undefined).finally(() =>
      setBusy(false),
    )
    if (board.ok) onCreated(board.value)
    else if (board.failure.code !== 'cancelled') setFailure(board.failure.code)
  }

  return (
    <Dialog wide title={t('home.newBoard')} onClose={onClose}>
      <form className="new-board" onSubmit={(event) => void submit(event)} noValidate>
        <TextField
          label={t('home.boardTitle')}
          hint={t('home.boardTitleHint')}
          error={isNameless ? t('home.boardTitleNeeded') : undefined}
          value={title}
          maxLength={LONGEST}
          data-first=""
          onChange={(event) => {
            setTitle(event.currentTarget.value)
            setNameless(false)
          }}
        />
        <TextField
          label={t('home.boardPlace')}
          hint={t('home.boardPlaceHint')}
          error={failure ? t(`failures.${failure}`) : undefined}
          value={place}
          maxLength={LONGEST}
          onChange={(event) => setPlace(event.currentTarget.value)}
        />
        <TemplateChoice templates={templates} value={template} onChoose={setTemplate} />
        <div className="dialog-foot">
          <Button onClick={onClose}>{t('app.cancel')}</Button>
          <Button tone="primary" submits disabled={busy}>
            {busy ? t('home.creating') : t('home.create')}
          </Button>
        </div>
      </form>
    </Dialog>
  )
}
