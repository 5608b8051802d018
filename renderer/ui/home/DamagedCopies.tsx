import { CircleAlert, FolderSearch, Trash2 } from 'lucide-react'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import type { FailureCode } from '#shared/failure'
import type { RecentBoard } from '#shared/ipc/contract'
import type { Desktop } from '../../platform/platform'
import { fileNameOf } from '../damage/fileNameOf'
import { Button } from '../kit/Button'
import { Dialog } from '../kit/Dialog'
import { Icon } from '../kit/Icon'
import { repairedOn } from './boardFacts'

/** The damaged files that repairs have kept beside a board: to be shown, or thrown away. */
export function DamagedCopies({
  board,
  desktop,
  onChanged,
  onClose,
}: {
  board: RecentBoard
  desktop: Desktop
  onChanged: () => void
  onClose: () => void
}) {
  const { t, i18n } = useTranslation()
  const [copies, setCopies] = useState(board.damagedCopies)
  const [busy, setBusy] = useState(false)
  const [failure, setFailure] = useState<FailureCode | null>(null)
  const isBin = desktop.system === 'windows'

  const trash = async (path: string) => {
    if (busy) return
    setBusy(true)
    setFailure(null)
    const gone = await desktop.trashBoard(path).finally(() => setBusy(false))
    if (!gone.ok) return setFailure(gone.failure.code)
    const left = copies.filter((copy) => copy.path !== path)
    setCopies(left)
    onChanged()
    if (left.length === 0) onClose()
  }

  return (
    <Dialog title={t('home.damagedTitle', { count: board.damagedCopies.length })} onClose={onClose}>
      <p>{t('home.damagedExplained')}</p>
      <ul className="damaged-copies">
        {copies.map(({ path, day }) => (
          <li key={path}>
            <p>
              <bdi className="damaged-name">{fileNameOf(path)}</bdi>
              <span className="field-note">
                {t('home.damagedSince', { day: repairedOn(day, i18n.language) })}
              </span>
            </p>
            <div className="damaged-deeds">
              <Button icon={FolderSearch} onClick={() => void desktop.revealBoard(path)}>
                {t('home.showInFolder')}
              </Button>
              <Button tone="danger" icon={Trash2} aria-disabled={busy} onClick={() => void trash(path)}>
                {isBin ? t('home.trashBinDo') : t('home.trashDo')}
              </Button>
            </div>
          </li>
        ))}
      </ul>
      {failure && (
        <p className="field-note field-error" role="alert">
          <Icon of={CircleAlert} size={18} />
          <span>{t(`failures.${failure}`)}</span>
        </p>
      )}
    </Dialog>
  )
}
