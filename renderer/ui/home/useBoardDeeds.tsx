import { type ReactNode, useState } from 'react'
import { useTranslation } from 'react-i18next'
import type { Result } from '#shared/failure'
import type { RecentBoard } from '#shared/ipc/contract'
import type { Desktop } from '../../platform/platform'
import { useNotices } from '../kit/notices'
import { DamagedCopies } from './DamagedCopies'
import { RenameBoard } from './RenameBoard'
import { TrashBoard } from './TrashBoard'

/** What can be done with a board on Home. */
export interface BoardDeeds {
  open(board: RecentBoard): void
  rename(board: RecentBoard): void
  duplicate(board: RecentBoard): void
  reveal(board: RecentBoard): void
  saveCopy(board: RecentBoard): void
  damagedCopies(board: RecentBoard): void
  forget(board: RecentBoard): void
  trash(board: RecentBoard): void
}

/** The deeds, and the dialog that one of them may be asking in. `refresh` is called when the list has changed. */
export function useBoardDeeds(
  desktop: Desktop,
  open: (path: string) => void,
  refresh: () => void,
): { readonly deeds: BoardDeeds; readonly dialog: ReactNode } {
  const { t } = useTranslation()
  const notices = useNotices()
  const [asking, setAsking] = useState<{
    readonly what: 'rename' | 'trash' | 'damaged'
    readonly board: RecentBoard
  } | null>(null)
  const titleOf = ({ title }: RecentBoard) => title || t('home.untitled')
  const tell = async <T,>(done: Promise<Result<T>>, words: (value: T) => string | null) => {
    const result = await done
    if (!result.ok) notices.fail(result.failure)
    else {
      const said = words(result.value)
      if (said !== null) notices.say({ words: said })
    }
    refresh()
  }

  const deeds: BoardDeeds = {
    open: ({ path }) => open(path),
    rename: (board) => setAsking({ what: 'rename', board }),
    duplicate: (board) =>
      void tell(desktop.duplicateBoard(board.path), () => t('home.duplicated', { title: titleOf(board) })),
    reveal: ({ path }) => void tell(desktop.revealBoard(path), () => null),
    saveCopy: ({ path }) => void tell(desktop.exportBoard(path), (file) => t('home.savedCopy', { file })),
    damagedCopies: (board) => setAsking({ what: 'damaged', board }),
    forget: (board) =>
      void desktop.forgetBoard(board.path).then(() => {
        refresh()
        notices.say({
          words: t('home.forgotten', { title: titleOf(board) }),
          action: {
            label: t('home.recall'),
            run: () => void desktop.recallBoard(board.path).then(refresh),
          },
        })
      }),
    trash: (board) => setAsking({ what: 'trash', board }),
  }
  const close = () => setAsking(null)
  const dialog =
    asking?.what === 'rename' ? (
      <RenameBoard
        title={asking.board.title}
        isLocked={asking.board.locked && !asking.board.open}
        rename={(title, passphrase) => desktop.renameBoard(asking.board.path, title, passphrase)}
        onDone={() => {
          close()
          refresh()
        }}
        onClose={close}
      />
    ) : asking?.what === 'damaged' ? (
      <DamagedCopies board={asking.board} desktop={desktop} onChanged={refresh} onClose={close} />
    ) : asking?.what === 'trash' ? (
      <TrashBoard
        title={titleOf(asking.board)}
        system={desktop.system}
        trash={() => desktop.trashBoard(asking.board.path)}
        onDone={(words) => {
          close()
          notices.say({ words })
          refresh()
        }}
        onClose={close}
      />
    ) : null
  return { deeds, dialog }
}
