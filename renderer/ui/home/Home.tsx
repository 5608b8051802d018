import { DoorOpen, FolderOpen, Plus } from 'lucide-react'
import { useCallback, useEffect, useState } from 'react'
import { useTranslation } from 'react-i18next'
import type { Failure, Result } from '#shared/failure'
import type { OpenedBoard } from '#shared/ipc/contract'
import type { Desktop } from '../../platform/platform'
import { usePlatform } from '../hooks'
import { Button } from '../kit/Button'
import { useNotices } from '../kit/notices'
import { Mark } from '../Mark'
import { SettingsMenu } from '../SettingsMenu'
import { JoinRoom } from './JoinRoom'
import { NewBoard } from './NewBoard'
import { SampleCard } from './SampleCard'
import { useBoardDeeds } from './useBoardDeeds'
import { useBoards } from './useBoards'
import { YourBoards } from './YourBoards'
import './home.css'

/** Where the desktop app begins: a calm page with the boards of this computer. */
export function Home({ onOpened, onFailed }: Leaving) {
  const { desktop } = usePlatform()
  return desktop ? <HomeOf desktop={desktop} onOpened={onOpened} onFailed={onFailed} /> : null
}

interface Leaving {
  readonly onOpened: (board: OpenedBoard) => void
  readonly onFailed: (failure: Failure) => void
}

function HomeOf({ desktop, onOpened, onFailed }: Leaving & { desktop: Desktop }) {
  const { t } = useTranslation()
  const notices = useNotices()
  const { boards, refresh } = useBoards(desktop)
  const [isNew, setNew] = useState(false)
  const [isJoining, setJoining] = useState(false)
  const [opening, setOpening] = useState<string | null>(null)

  const open = useCallback(
    async (what: string, opened: Promise<Result<OpenedBoard>>) => {
      setOpening(what)
      const board = await opened.finally(() => setOpening(null))
      if (board.ok) return onOpened(board.value)
      // Nothing went wrong: the window that has it is in front now.
      if (board.failure.code === 'alreadyOpen') notices.say({ words: t('failures.alreadyOpen') })
      else onFailed(board.failure)
      refresh()
    },
    [notices, onFailed, onOpened, refresh, t],
  )
  const { deeds, dialog } = useBoardDeeds(
    desktop,
    (path) => void open(path, desktop.openBoard(path)),
    refresh,
  )

  useEffect(
    () =>
      desktop.onMenu((command) => {
        if (command === 'newBoard') setNew(true)
        if (command === 'openBoard') void open('file', desktop.openBoard())
      }),
    [desktop, open],
  )

  if (boards === null) return <div className="home-waiting" />
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
            <Button large icon={DoorOpen} onClick={() => setJoining(true)}>
              {t('home.joinRoom')}
            </Button>
          </div>
          <div className="home-settings">
            <SettingsMenu withName words />
          </div>
        </section>
        <div className="home-boards">
          {isFirst && sample}
          {!isFirst && <YourBoards boards={boards} opening={opening} deeds={deeds} />}
          {!isFirst && sample}
        </div>
      </main>
      {isNew && (
        <NewBoard
          onClose={() => setNew(false)}
          templates={desktop.listTemplates}
          create={desktop.createBoard}
          onCreated={onOpened}
        />
      )}
      {isJoining && <JoinRoom desktop={desktop} onJoined={onOpened} onClose={() => setJoining(false)} />}
      {dialog}
    </div>
  )
}
