import { CircleAlert } from 'lucide-react'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import type { FailureCode, Result } from '#shared/failure'
import type { Desktop } from '../../platform/platform'
import { Button } from '../kit/Button'
import { Dialog } from '../kit/Dialog'
import { Icon } from '../kit/Icon'

/** Asks whether a board shall go to the trash, and moves it there. */
export function TrashBoard({
  title,
  system,
  trash,
  onDone,
  onClose,
}: {
  title: string
  system: Desktop['system']
  trash: () => Promise<Result<null>>
  /** Told what to say. */
  onDone: (words: string) => void
  onClose: () => void
}) {
  const { t } = useTranslation()
  const [busy, setBusy] = useState(false)
  const [failure, setFailure] = useState<FailureCode | null>(null)
  const isBin = system === 'windows'

  const go = async () => {
    setBusy(true)
    setFailure(null)
    const gone = await trash().finally(() => setBusy(false))
    if (gone.ok) onDone(isBin ? t('home.trashedBin', { title }) : t('home.trashed', { title }))
    else setFailure(gone.failure.code)
  }

  return (
    <Dialog
      title={isBin ? t('home.trashBinTitle', { title }) : t('home.trashTitle', { title })}
      onClose={onClose}
    >
      <p>{t('home.trashExplained')}</p>
      {failure && (
        <p className="field-note field-error" role="alert">
          <Icon of={CircleAlert} size={18} />
          <span>{t(`failures.${failure}`)}</span>
        </p>
      )}
      <div className="dialog-foot">
        <Button onClick={onClose}>{t('app.cancel')}</Button>
        <Button tone="danger" disabled={busy} onClick={() => void go()}>
          {busy ? t('home.trashing') : isBin ? t('home.trashBinDo') : t('home.trashDo')}
        </Button>
      </div>
    </Dialog>
  )
}
