import { Maximize, Minus, Plus, Search } from 'lucide-react'
import { useTranslation } from 'react-i18next'
import { CommandButton } from '../commands/CommandButton'
import { useSession, useSignal } from '../hooks'
import { Minimap, MinimapToggle, useMinimap } from '../minimap/Minimap'

/** Closer, further, and the whole wall. */
export function ZoomControls() {
  const { t } = useTranslation()
  const { camera } = useSession()
  const { x, y, zoom } = useSignal(camera.view)
  const [isMapOpen, openMap] = useMinimap()
  const percent = Math.round(zoom * 100)
  return (
    <>
      {isMapOpen && <Minimap />}
      {/* biome-ignore lint/a11y/useSemanticElements: these buttons are no form fields. */}
      <div className="zoom" role="group" aria-label={t('board.zoom')}>
        <MinimapToggle isOpen={isMapOpen} onOpen={openMap} />
        <CommandButton id="find" icon={Search} hint="above" />
        <CommandButton id="zoomOut" icon={Minus} className="zoom-step" hint="above" />
        <button
          type="button"
          className="zoom-percent"
          aria-label={t('board.zoomPercent', { percent })}
          onClick={() => camera.go({ x, y, zoom: 1 })}
        >
          {percent}&#8239;%
        </button>
        <CommandButton id="zoomIn" icon={Plus} className="zoom-step" hint="above" />
        <CommandButton id="zoomToFit" icon={Maximize} hint="above" />
      </div>
    </>
  )
}
