import { useEffect } from 'react'
import { useTranslation } from 'react-i18next'
import { zoomToFit } from '../../board/tools/keys'
import { Wall } from '../../canvas/Wall'
import { useSession, useSingleton } from '../../ui/hooks'
import { Prompter } from './Prompter'

/** ms of quiet after which the wall is shown whole again. */
const SETTLED = 1_000

/**
 * What the room sees on the big screen: the whole wall without anything around it, and while a scene
 * runs, its present line.
 */
export function ProjectorScreen() {
  const { t } = useTranslation()
  const session = useSession()
  const { script } = useSingleton('live')
  const isRunning = script !== null && session.records.get('scripts', script) !== undefined

  useEffect(() => {
    if (isRunning) return
    let waiting: ReturnType<typeof setTimeout> | undefined
    // Nobody steers this window, so it shows everything; but a wall that moves with every card would
    // make the room seasick.
    const later = () => {
      clearTimeout(waiting)
      waiting = setTimeout(() => zoomToFit(session), SETTLED)
    }
    const disposals = [
      session.records.watch('cards', later),
      session.camera.viewport.subscribe(() => zoomToFit(session)),
    ]
    return () => {
      clearTimeout(waiting)
      for (const dispose of disposals) dispose()
    }
  }, [session, isRunning])

  if (isRunning) return <Prompter />
  return (
    <main className="projector-wall" aria-label={t('rehearse.projector')}>
      <Wall session={session} quiet />
    </main>
  )
}
