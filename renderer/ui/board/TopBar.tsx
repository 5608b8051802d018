import { History, House, LogOut, MonitorPlay, PanelRight, Radio } from 'lucide-react'
import { useEffectEvent, useLayoutEffect } from 'react'
import { useTranslation } from 'react-i18next'
import type { Stage } from '#shared/board/vocabulary'
import type { MenuCommand } from '#shared/ipc/names'
import { GuideMenu } from '../guiding/GuideMenu'
import { usePlatform, useSession, useSignal } from '../hooks'
import { Button, IconButton } from '../kit/Button'
import { usePassphrase } from '../passphrase/usePassphrase'
import { RoomDialog } from '../room/RoomDialog'
import { useLedRoom } from '../room/RoomProvider'
import { useLongAlone } from '../room/useAlone'
import { useIsHost } from '../room/useIsHost'
import { useLowBattery } from '../room/useLowBattery'
import { RoundsButton } from '../rounds/RoundsButton'
import { SettingsMenu } from '../SettingsMenu'
import { BoardTitle } from './BoardTitle'
import { Faces } from './Faces'
import { StageBar } from './StageBar'
import './topBar.css'

/** Home, the board's name, the seven stages, the people, and the two ways to show the room. */
export function TopBar({
  stage,
  isStageHeld,
  path,
  isPanelOpen,
  areVersionsShown,
  onStage,
  onPeople,
  onPanel,
  onVersions,
  onHome,
}: {
  stage: Stage
  isStageHeld: boolean
  path: string | null
  isPanelOpen: boolean
  areVersionsShown: boolean
  onStage: (stage: Stage) => void
  onPeople: () => void
  onPanel: () => void
  /** Shows the kept versions, or the wall again. */
  onVersions: () => void
  onHome: () => void
}) {
  const { t } = useTranslation()
  const { desktop } = usePlatform()
  const session = useSession()
  const isHost = useIsHost()
  const mayOpen = useSignal(session.canWrite) && isHost
  const overlay = useSignal(session.overlay)
  const isRoomShown = overlay === 'room'
  const passphrase = usePassphrase()
  const room = useLedRoom()?.room
  useLowBattery(room !== undefined)
  useLongAlone(room !== undefined)

  const choose = useEffectEvent((command: MenuCommand) => {
    if (path === null) return
    if (command === 'home') onHome()
    if (command === 'openRoom' && mayOpen) session.overlay.set('room')
    if (command === 'versions' && isHost) onVersions()
    if (command === 'passphrase') passphrase?.ask()
    if (command === 'present') void desktop?.openProjector(path)
  })
  useLayoutEffect(() => desktop?.onMenu(choose), [desktop])

  return (
    <header className="top-bar">
      <IconButton
        icon={desktop ? House : LogOut}
        mirrors={!desktop}
        label={desktop ? t('board.home') : t('board.leave')}
        onClick={onHome}
      />
      <BoardTitle />
      <StageBar stage={stage} isHeld={isStageHeld} onStage={onStage} />
      <div className="top-bar-end">
        <GuideMenu />
        <RoundsButton />
        <Faces onOpen={onPeople} />
        {desktop && path !== null && (
          <>
            {mayOpen && (
              <Button
                icon={Radio}
                tone={room ? 'plain' : 'primary'}
                className="top-bar-room"
                onClick={() => session.overlay.set('room')}
              >
                {t(room ? (room.isReadOnly ? 'board.roomIsReadOnly' : 'board.roomIsOpen') : 'board.openRoom')}
              </Button>
            )}
            <Button
              icon={MonitorPlay}
              className="top-bar-present"
              onClick={() => void desktop.openProjector(path)}
            >
              {t('board.present')}
            </Button>
          </>
        )}
        {desktop && path !== null && isHost && (
          <IconButton
            icon={History}
            label={t('versions.title')}
            aria-expanded={areVersionsShown}
            onClick={onVersions}
          />
        )}
        <SettingsMenu
          more={passphrase?.inMenu}
          isOpen={overlay === 'settings'}
          onOpen={(isOpen) => session.overlay.set(isOpen ? 'settings' : null)}
        />
        <IconButton
          icon={PanelRight}
          mirrors
          className="top-bar-panel"
          label={isPanelOpen ? t('board.hidePanel') : t('board.showPanel')}
          aria-expanded={isPanelOpen}
          onClick={onPanel}
        />
      </div>
      {passphrase?.dialog}
      {isRoomShown && path !== null && <RoomDialog path={path} onClose={() => session.overlay.set(null)} />}
    </header>
  )
}
