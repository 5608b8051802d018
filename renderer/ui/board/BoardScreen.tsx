import { useEffectEvent, useLayoutEffect, useRef, useState } from 'react'
import { useTranslation } from 'react-i18next'
import type { Stage } from '#shared/board/vocabulary'
import type { Focus } from '../../board/session'
import { RehearseScreen } from '../../stages/rehearse/RehearseScreen'
import { ReportScreen } from '../../stages/report/ReportScreen'
import { showCard } from '../../stages/wallCards'
import { Bring } from '../bring/Bring'
import { DeedsContext } from '../commands/deeds'
import { useFoundDamage } from '../damage/useFoundDamage'
import { useArrivals } from '../guiding/useArrivals'
import { usePlatform, useSession, useSignal } from '../hooks'
import { useNotices } from '../kit/notices'
import { OutcomeSheet } from '../outcome/OutcomeSheet'
import { PurgeProvider } from '../purge/PurgeProvider'
import { ToolRail } from '../rail/ToolRail'
import { RoomProvider } from '../room/RoomProvider'
import { HiddenWriting } from '../rounds/HiddenWriting'
import { RoundsBeside } from '../rounds/RoundsBeside'
import { SheetPlaceContext } from '../rounds/sheetPlace'
import { VersionsScreen } from '../versions/VersionsScreen'
import { Overlays } from './Overlays'
import { PhoneBar } from './PhoneBar'
import { RoomNotes } from './RoomNotes'
import { SavingState } from './SavingState'
import { SidePanel } from './SidePanel'
import { TopBar } from './TopBar'
import { type Tab, tabOfStage } from './tabs'
import { useBoardKeys } from './useBoardKeys'
import { useLeaving } from './useLeaving'
import { useNarrow } from './useNarrow'
import { usePhonePage } from './usePhonePage'
import { useReadOnlyNews } from './useReadOnlyNews'
import { useSidePanel } from './useSidePanel'
import { useStage } from './useStage'
import { useWindowDeeds } from './useWindowDeeds'
import { WallArea } from './WallArea'
import { WriteSheet } from './WriteSheet'

/** One board on the screen: the bar, the wall or the page of a stage, and the panel beside it. */
export function BoardScreen({
  path,
  onLeave,
}: {
  path: string | null
  /** With `toRepair` it was left to be repaired. */
  onLeave: (toRepair: boolean) => void
}) {
  const { t } = useTranslation()
  const { desktop } = usePlatform()
  const session = useSession()
  const isNarrow = useNarrow()
  const { stage, isHeld, show, look } = useStage()
  const notices = useNotices()
  const [tab, setTab] = useState<Tab>(() => tabOfStage(stage) ?? 'outline')
  const running = useSignal(session.replica.rounds.running)
  /** Cards are written where nobody else sees them. */
  const writing = running?.shown.kind === 'writing' ? running.id : null
  const phone = usePhonePage(writing)
  const [thought, setThought] = useState('')
  const [areVersionsShown, setVersionsShown] = useState(false)
  const leaving = useLeaving(path)
  const leave = async (toRepair: boolean) => {
    if (await leaving.letGo()) onLeave(toRepair)
  }
  useFoundDamage(() => void leave(true))
  useBoardKeys()
  useReadOnlyNews()

  const isPage = stage === 'rehearse' || stage === 'report'
  const side = useSidePanel(isPage)

  const openTab = (next: Tab) => {
    setVersionsShown(false)
    setTab(next)
    side.want(true)
    phone.show('panels')
  }
  const showStage = (next: Stage) => {
    if (isHeld && next !== stage) {
      notices.say({ words: t('guide.locked', { stage: t(`stages.${stage}`) }) })
      return
    }
    setVersionsShown(false)
    show(next)
    const opens = tabOfStage(next)
    if (opens) setTab(opens)
    else if (tab === 'stage') setTab('outline')
  }

  const follow = useEffectEvent((asked: Focus) => {
    if (asked.kind === 'story') return openTab('stories')
    if (asked.kind === 'stage') {
      look(asked.stage)
      const opens = tabOfStage(asked.stage)
      if (opens) openTab(opens)
      return
    }
    if (asked.kind === 'card') {
      if (isPage) look('insights')
      showCard(session, asked.card)
      return openTab('details')
    }
    // Following a link is nobody else's business: the room stays where it is.
    look(asked.kind === 'prototype' ? 'prototype' : 'rehearse')
    if (asked.kind === 'prototype') openTab('stage')
  })
  const focus = useSignal(session.focus)
  const seen = useRef(focus)
  // Before it is painted, so that what is shown for it listens from its first moment.
  useLayoutEffect(() => {
    if (focus === seen.current) return
    seen.current = focus
    if (focus) follow(focus)
  }, [focus])

  useArrivals(() => {
    setVersionsShown(false)
    if (isPage) look('insights')
    phone.show('wall')
  })

  const presenting = desktop && path !== null ? { onPresent: () => void desktop.openProjector(path) } : {}
  const versions = desktop && path !== null && areVersionsShown ? path : null
  const toggleVersions = () => setVersionsShown(!areVersionsShown)
  const deeds = useWindowDeeds({ path, onHome: () => void leave(false), onVersions: toggleVersions })
  const hasPanel = versions === null && (isNarrow ? phone.view === 'panels' : side.isWanted)
  const panel = hasPanel && (isNarrow || !side.isFolded)
  return (
    <RoomProvider path={path}>
      <PurgeProvider path={path}>
        <div className={panel ? 'board board-with-panel' : 'board'}>
          <Bring>
            <TopBar
              stage={stage}
              isStageHeld={isHeld}
              path={path}
              isPanelOpen={panel}
              onStage={showStage}
              onPeople={() => openTab('people')}
              onPanel={() => {
                side.want(!panel)
                setVersionsShown(false)
              }}
              onVersions={toggleVersions}
              areVersionsShown={areVersionsShown}
              onHome={() => void leave(false)}
            />
            <RoomNotes isWall={versions === null && !isPage} />
            {versions !== null ? (
              <VersionsScreen path={versions} onClose={() => setVersionsShown(false)} />
            ) : isPage ? (
              <main className={`stage-page stage-page-${stage}`} aria-label={t(`stages.${stage}`)}>
                {stage === 'report' ? <ReportScreen /> : <RehearseScreen {...presenting} />}
              </main>
            ) : (
              <>
                <ToolRail />
                <WallArea onDetails={() => openTab('details')} onStories={() => openTab('stories')} />
              </>
            )}
            {hasPanel && <SidePanel stage={stage} tab={tab} isFolded={!panel} onTab={setTab} />}
            {isNarrow && phone.view === 'write' && (writing === null || phone.isBusy) && (
              <WriteSheet text={thought} onText={setThought} />
            )}
            <SheetPlaceContext value={side.comes}>
              <HiddenWriting phone={isNarrow ? phone.writing : null} onOpen={() => phone.show('write')} />
              {isNarrow && <PhoneBar view={phone.view} onView={phone.show} />}
              <SavingState onPage={isPage || versions !== null} />
              <RoundsBeside />
              <OutcomeSheet />
            </SheetPlaceContext>
            <DeedsContext value={deeds}>
              <Overlays />
            </DeedsContext>
            {leaving.question}
          </Bring>
        </div>
      </PurgeProvider>
    </RoomProvider>
  )
}
