import { Eye } from 'lucide-react'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import type { OpenedBoard } from '#shared/ipc/contract'
import type { Desktop } from '../../platform/platform'
import { fileNameOf } from '../damage/fileNameOf'
import { Button } from '../kit/Button'
import { Icon } from '../kit/Icon'
import { useNotices } from '../kit/notices'

type LookOnly = NonNullable<OpenedBoard['lookOnly']>

/** Says why a board may only be looked at, what is safe, and offers the two ways to write. */
export function LookingBar({
  path,
  lookOnly,
  desktop,
  onOpened,
}: {
  path: string
  lookOnly: LookOnly
  desktop: Desktop
  onOpened: (board: OpenedBoard) => void
}) {
  const { t } = useTranslation()
  const notices = useNotices()
  const [busy, setBusy] = useState<'copy' | 'again' | null>(null)

  const openCopy = async () => {
    if (busy) return
    setBusy('copy')
    const copy = await desktop.openCopy(path).finally(() => setBusy(null))
    if (!copy.ok) return notices.fail(copy.failure)
    notices.say({ words: t('looking.copied', { file: fileNameOf(copy.value.path) }) })
    onOpened(copy.value)
  }
  const tryAgain = async () => {
    if (busy) return
    setBusy('again')
    const board = await desktop.openBoard(path).finally(() => setBusy(null))
    if (!board.ok) notices.fail(board.failure)
    else if (board.value.lookOnly) notices.say({ words: t(`looking.still.${kindOf(board.value.lookOnly)}`) })
    // The window is told of the board itself, as every window that has it.
    else notices.say({ words: t('looking.over') })
  }

  return (
    <section className="looking-bar" aria-label={t('looking.title')}>
      <Icon of={Eye} />
      <p className="looking-words">
        {t(`looking.because.${kindOf(lookOnly)}`, { holder: lookOnly.holder })} {t('looking.safe')}
      </p>
      <div className="looking-ways">
        <Button tone="plain" aria-disabled={busy !== null} onClick={() => void openCopy()}>
          {busy === 'copy' ? t('looking.copying') : t('looking.openCopy')}
        </Button>
        <Button tone="quiet" aria-disabled={busy !== null} onClick={() => void tryAgain()}>
          {busy === 'again' ? t('looking.trying') : t('looking.tryAgain')}
        </Button>
      </div>
    </section>
  )
}

function kindOf({ because, holder }: LookOnly): 'elsewhere' | 'anotherProgram' | 'folder' | 'file' {
  if (because === 'boardInUse') return holder === '' ? 'anotherProgram' : 'elsewhere'
  return because === 'noPermission' ? 'folder' : 'file'
}
