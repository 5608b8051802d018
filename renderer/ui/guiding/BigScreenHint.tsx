import { useTranslation } from 'react-i18next'
import { usuallyShown } from '#shared/room/bigScreen'
import { smallestLetters } from '../../canvas/smallestLetters'
import { useLook } from '../../canvas/useLook'
import { useSession, useSignal } from '../hooks'

/** Says to whoever leads what of their view the big screen cannot show as they see it; nothing without such a screen. */
export function BigScreenHint() {
  const { t } = useTranslation()
  const { camera, replica, scene } = useSession()
  const hasScreen = useSignal(replica.people).some(({ person, role }) => person === '' && role === 'observer')
  const look = useLook(true)
  useSignal(camera.view)
  if (!hasScreen) return null
  const view = camera.visible()
  const part = usuallyShown(view, smallestLetters(scene, view, look), scene.bounds())
  if (part === 'whole') return null
  // It changes with every turn of the wheel: nobody wants that read out.
  return (
    <p className="guide-hint" aria-live="off">
      {t(`guide.screen.${part}`)}
    </p>
  )
}
