import { useRef } from 'react'
import { useTranslation } from 'react-i18next'
import { Wall } from '../../canvas/Wall'
import { WallMenu } from '../commands/WallMenu'
import { FindBar } from '../find/FindBar'
import { useSession, useSignal } from '../hooks'
import { StationBar } from '../stations/StationBar'
import { EmptyWall } from './EmptyWall'
import { SelectionBar } from './SelectionBar'
import { WritingBar } from './WritingBar'
import { ZoomControls } from './ZoomControls'

/** The wall and what floats over it. */
export function WallArea({ onDetails, onStories }: { onDetails: () => void; onStories: () => void }) {
  const { t } = useTranslation()
  const session = useSession()
  const overlay = useSignal(session.overlay)
  const area = useRef<HTMLElement>(null)
  return (
    <main ref={area} className="wall-area" aria-label={t('board.wall')}>
      <Wall session={session} />
      <EmptyWall onStories={onStories} />
      <SelectionBar onDetails={onDetails} />
      <WritingBar />
      {overlay === 'find' && <FindBar />}
      <StationBar />
      <ZoomControls />
      <WallMenu area={area} />
    </main>
  )
}
