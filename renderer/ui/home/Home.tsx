import { FolderOpen, Plus } from 'lucide-react'
import { useCallback, useEffect, useState } from 'react'
import { useTranslation } from 'react-i18next'
import type { Failure, Result } from '#shared/failure'
import type { OpenedBoard, RecentBoard } from '#shared/ipc/contract'
import { usePlatform } from '../hooks'
import { Button } from '../kit/Button'
import { Mark } from '../Mark'
import { SettingsMenu } from '../SettingsMenu'
import { NewBoard } from './NewBoard'
import { RecentBoards } from './RecentBoards'
import { SampleCard } from './SampleCard'
import './home.css'

/** Where the desktop app begins: a calm page with the boards of this computer. */
export function Home({
  onOpened,
  onFailed,
}: {
  onOpened: (board: OpenedBoard) => void
  onFailed: (failure: Failure) => void
}) {
  const { t } = useTranslation()
  const { desktop } = usePlatform()
  const [boards, setBoards] = useState<readonly RecentBoard[] | null>(null)
  const [isNew, setNew] = useState(false)
  const [opening, setOpening] = useState<string | null>(null)

  const refresh = useCallback(() => {
    void desktop?.listBoards().then(setBoards)
  }, [desktop])
  useEffect(refresh, [refresh])

  const open = useCallback(
    async (what: string, opened: Promise<Result<OpenedBoard>> | undefined) => {
      if (!opened) return
      setOpening(what)
      const board = await opened.finally(() => setOpening(null))
      if (board.ok) onOpened(board.value)
      else {
        onFailed(board.failure)
        refresh()
      }
    },
    [onFailed, onOpened, refresh],
  )

  useEffect(
    () =>
      desktop?.onMenu((command) => {
        if (command === 'newBoard') setNew(true)
        if (command === 'openBoard') void open('file', desktop.openBoard())
      }),
    [desktop, open],
  )

  if (!desktop || boards === null) return <div className="home-waiting" />
  const isFirst = boards.length === 0
  const sample = (
    <SampleCard
      first={isFirst}
      busy={opening === 'sample'}
      onOpen={() => void open('sample', desktop.openSample())}
    />
  )
  return (
    <div className="home" aria-busy={opening !== null}>
      <main className="home-page">
        <section className="home-begin" aria-label={t('app.name')}>
          <Mark size={56} />
          <h1>{t('app.name')}</h1>
          <p className="home-promise">{t('home.promise')}</p>
          <div className="home-actions">
            <Button tone="primary" large icon={Plus} onClick={() => setNew(true)}>
              {t('home.newBoard')}
            </Button>
            <Button large icon={FolderOpen} onClick={() => void open('file', desktop.openBoard())}>
              {t('home.openBoard')}
            </Button>
          </div>
          <div className="home-settings">
            <SettingsMenu withName words />
          </div>
        </section>
        <div className="home-boards">
          {isFirst && sample}
          {!isFirst && (
            <RecentBoards
              boards={boards}
              opening={opening}
              onOpen={(path) => void open(path, desktop.openBoard(path))}
              onForget={(path) => void desktop.forgetBoard(path).then(refresh)}
            />
          )}
          {!isFirst && sample}
        </div>
      </main>
      {isNew && (
        <NewBoard
          onClose={() => setNew(false)}
          create={(title, place) => desktop.createBoard(title, place)}
          onCreated={onOpened}
        />
      )}
    </div>
  )
}
