import { useEffect } from 'react'
import { useTranslation } from 'react-i18next'
import { useSession } from '../hooks'
import { boundsOfWall } from './bounds'
import { EmptyWall } from './EmptyWall'
import { SelectionBar } from './SelectionBar'
import { ZoomControls } from './ZoomControls'

/** The wall and what floats over it. */
export function WallArea({ onDetails, onStories }: { onDetails: () => void; onStories: () => void }) {
  const { t } = useTranslation()
  useFirstLook()
  return (
    <main className="wall-area" aria-label={t('board.wall')}>
      <EmptyWall onStories={onStories} />
      <SelectionBar onDetails={onDetails} />
      <ZoomControls />
    </main>
  )
}

/** Shows the whole wall once, as soon as it is known how large the window is. */
function useFirstLook(): void {
  const session = useSession()
  useEffect(() => {
    const { camera } = session
    let hasLooked = false
    const look = () => {
      if (hasLooked || camera.viewport.get().width === 0) return
      hasLooked = true
      const { x, y, zoom } = camera.view.get()
      const box = boundsOfWall(session)
      // A view that is no longer the first one was chosen by somebody.
      if (box && x === 0 && y === 0 && zoom === 1) camera.fit(box)
    }
    look()
    return camera.viewport.subscribe(look)
  }, [session])
}
