import {
  Copy,
  Ellipsis,
  EyeOff,
  FileWarning,
  FolderSearch,
  HardDriveDownload,
  PencilLine,
  Trash2,
} from 'lucide-react'
import { useTranslation } from 'react-i18next'
import type { RecentBoard } from '#shared/ipc/contract'
import type { Desktop } from '../../platform/platform'
import { IconButton } from '../kit/Button'
import { Menu, type MenuItem } from '../kit/Menu'
import type { BoardDeeds } from './useBoardDeeds'

/** The button of a board on Home with everything that can be done to it as a whole. */
export function BoardMenu({
  board,
  name,
  system,
  deeds,
}: {
  board: RecentBoard
  name: string
  system: Desktop['system']
  deeds: BoardDeeds
}) {
  const { t } = useTranslation()
  const label = t('home.more', { title: name })
  const folder = {
    mac: t('home.showInFinder'),
    windows: t('home.showInExplorer'),
    other: t('home.showInFolder'),
  }
  const items: readonly MenuItem[] = [
    { key: 'rename', label: t('home.rename'), icon: PencilLine, choose: () => deeds.rename(board) },
    { key: 'duplicate', label: t('home.duplicate'), icon: Copy, choose: () => deeds.duplicate(board) },
    { key: 'reveal', label: folder[system], icon: FolderSearch, choose: () => deeds.reveal(board) },
    { key: 'copy', label: t('home.saveCopy'), icon: HardDriveDownload, choose: () => deeds.saveCopy(board) },
    ...(board.damagedCopies.length > 0
      ? [
          {
            key: 'damaged',
            label: t('home.damagedMenu', { count: board.damagedCopies.length }),
            icon: FileWarning,
            choose: () => deeds.damagedCopies(board),
          },
        ]
      : []),
    { key: 'forget', label: t('home.forget'), icon: EyeOff, choose: () => deeds.forget(board) },
    {
      key: 'trash',
      label: system === 'windows' ? t('home.trashBin') : t('home.trash'),
      icon: Trash2,
      danger: true,
      choose: () => deeds.trash(board),
    },
  ]
  return (
    <Menu
      label={label}
      items={items}
      trigger={(props) => (
        <IconButton
          icon={Ellipsis}
          label={label}
          data-hint={t('board.more')}
          className="board-more"
          {...props}
        />
      )}
    />
  )
}
