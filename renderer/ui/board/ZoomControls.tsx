import { Maximize, Minus, Plus } from 'lucide-react'
import { useTranslation } from 'react-i18next'
import { zoomToFit } from '../../board/tools/keys'
import { useSession, useSignal } from '../hooks'
import { IconButton } from '../kit/Button'

const STEP = 1.25

/** Closer, further, and the whole wall. */
export function ZoomControls() {
  const { t } = useTranslation()
  const session = useSession()
  const { camera } = session
  const { x, y, zoom } = useSignal(camera.view)
  const percent = Math.round(zoom * 100)
  const by = (factor: number) => {
    const { width, height } = camera.viewport.get()
    camera.zoomAt([width / 2, height / 2], factor)
  }
  return (
    // biome-ignore lint/a11y/useSemanticElements: these buttons are no form fields.
    <div className="zoom" role="group" aria-label={t('board.zoom')}>
      <IconButton
        icon={Minus}
        label={t('board.zoomOut')}
        shortcut="Control+-"
        hint="above"
        onClick={() => by(1 / STEP)}
      />
      <button
        type="button"
        className="zoom-percent"
        aria-label={t('board.zoomPercent', { percent })}
        onClick={() => camera.set({ x, y, zoom: 1 })}
      >
        {percent}&#8239;%
      </button>
      <IconButton
        icon={Plus}
        label={t('board.zoomIn')}
        shortcut="Control++"
        hint="above"
        onClick={() => by(STEP)}
      />
      <IconButton
        icon={Maximize}
        label={t('board.zoomFit')}
        shortcut="Shift+1"
        hint="above"
        onClick={() => zoomToFit(session)}
      />
    </div>
  )
}
