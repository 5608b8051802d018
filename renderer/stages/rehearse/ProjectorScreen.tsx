import { useContext, useEffect } from 'react'
import { useTranslation } from 'react-i18next'
import { readingZooms } from '#shared/room/bigScreen'
import { zoomToFit } from '../../board/commands/viewing'
import { smallestLetters } from '../../canvas/smallestLetters'
import { useLook } from '../../canvas/useLook'
import { Wall } from '../../canvas/Wall'
import { OpenedBoardContext, usePlatform, useSession, useSignal, useSingleton } from '../../ui/hooks'
import { OutcomeScreen } from '../../ui/outcome/OutcomeScreen'
import { useOutcome } from '../../ui/outcome/useOutcome'
import { CodeScreen } from '../../ui/projector/CodeScreen'
import { ProjectorFoot } from '../../ui/projector/ProjectorFoot'
import { useRoom } from '../../ui/room/useRoom'
import { RoundOnProjector } from '../../ui/rounds/RoundOnProjector'
import { RoundScreen } from '../../ui/rounds/RoundScreen'
import { TablesScreen } from '../../ui/seating/TablesScreen'
import { SilenceBanner } from '../../ui/silence/SilenceBanner'
import { Prompter } from './Prompter'

/** ms of quiet after which the wall is shown whole again. */
const SETTLED = 1_000

/**
 * What the room sees on the big screen: the whole wall without anything around it, and while a scene
 * runs, its present line. Below it stands how to come in; the Q key fills the screen with that.
 */
export function ProjectorScreen() {
  const { t } = useTranslation()
  const { desktop } = usePlatform()
  const room = useRoom(useContext(OpenedBoardContext)?.path ?? null)
  const session = useSession()
  const { script, seating: areTablesShown } = useSingleton('live')
  const outcome = useOutcome()
  const isWriting = useSignal(session.replica.rounds.running)?.shown.kind === 'writing'
  const isRunning = script !== null && session.records.get('scripts', script) !== undefined

  const look = useLook(true)
  useEffect(() => {
    if (isRunning) return
    const follow = () =>
      session.guided.alwaysFollow((box) =>
        readingZooms(window.innerHeight, smallestLetters(session.scene, box, look)),
      )
    follow()
    let waiting: ReturnType<typeof setTimeout> | undefined
    const showAll = () => {
      const { view, spotlight } = session.replica.guidance.get()
      if (view === null && spotlight === null) zoomToFit(session)
    }
    // Unless somebody leads the view, nobody steers this window: it shows everything. But a wall that moves with every
    // card would make the room seasick. Where somebody leads, what is written may need larger letters.
    const later = () => {
      clearTimeout(waiting)
      waiting = setTimeout(() => {
        showAll()
        follow()
      }, SETTLED)
    }
    const disposals = [
      session.records.watch('cards', later),
      session.camera.viewport.subscribe(showAll),
      session.replica.guidance.subscribe(showAll),
    ]
    return () => {
      clearTimeout(waiting)
      for (const dispose of disposals) dispose()
    }
  }, [session, isRunning, look])

  useEffect(() => {
    const press = (event: KeyboardEvent) => {
      // By its place on the keyboard: the Arabic layout has another letter there. Only the app knows how it is now:
      // what is painted here may be older than the key.
      if (event.code === 'KeyQ' && !event.repeat) void desktop?.toggleCode()
      else if (event.key === 'Escape') void desktop?.showCode(false)
    }
    window.addEventListener('keydown', press)
    return () => window.removeEventListener('keydown', press)
  }, [desktop])

  return (
    <div className="projector">
      {isWriting ? (
        <RoundScreen />
      ) : isRunning ? (
        <Prompter />
      ) : outcome ? (
        <OutcomeScreen outcome={outcome} />
      ) : areTablesShown ? (
        <TablesScreen />
      ) : (
        <main className="projector-wall" aria-label={t('rehearse.projector')}>
          <Wall session={session} quiet />
          <SilenceBanner onProjector />
          <RoundOnProjector />
        </main>
      )}
      <ProjectorFoot room={room} />
      {room?.isCodeShown && <CodeScreen room={room} />}
    </div>
  )
}
