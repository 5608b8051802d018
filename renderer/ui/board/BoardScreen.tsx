import { useEffect, useRef, useState } from 'react'
import type { Stage } from '#shared/board/schema'
import { ReportScreen } from '../../stages/report/ReportScreen'
import { useSession, useSignal } from '../hooks'
import { PhoneBar, type PhoneView } from './PhoneBar'
import { SavingState } from './SavingState'
import { SidePanel } from './SidePanel'
import { TopBar } from './TopBar'
import { type Tab, tabOfStage } from './tabs'
import { useBoardKeys } from './useBoardKeys'
import { useLeaving } from './useLeaving'
import { useNarrow } from './useNarrow'
import { useStage } from './useStage'
import { WallArea } from './WallArea'
import { WriteSheet } from './WriteSheet'

/** One board on the screen: the bar, the wall or the page of a stage, and the panel beside it. */
export function BoardScreen({ path, onLeave }: { path: string | null; onLeave: () => void }) {
  const session = useSession()
  const isNarrow = useNarrow()
  const { stage, show } = useStage()
  const [tab, setTab] = useState<Tab>(() => tabOfStage(stage) ?? 'outline')
  const [isPanelOpen, setPanelOpen] = useState(true)
  const [phoneView, setPhoneView] = useState<PhoneView>('wall')
  const leaving = useLeaving(path, onLeave)
  useBoardKeys()

  const openTab = (next: Tab) => {
    setTab(next)
    setPanelOpen(true)
    setPhoneView('panels')
  }
  const showStage = (next: Stage) => {
    show(next)
    const opens = tabOfStage(next)
    if (opens) setTab(opens)
    else if (tab === 'stage') setTab('outline')
  }

  const focus = useSignal(session.focus)
  const seen = useRef(focus)
  useEffect(() => {
    if (focus === seen.current) return
    seen.current = focus
    if (focus?.kind === 'story') {
      setTab('stories')
      setPanelOpen(true)
      setPhoneView('panels')
    }
  }, [focus])

  const panel = isNarrow ? phoneView === 'panels' : isPanelOpen
  return (
    <div className={panel ? 'board board-with-panel' : 'board'}>
      <TopBar
        stage={stage}
        path={path}
        isPanelOpen={isPanelOpen}
        onStage={showStage}
        onPeople={() => openTab('people')}
        onPanel={() => setPanelOpen(!isPanelOpen)}
        onHome={() => void leaving.leave()}
      />
      {stage === 'report' ? (
        <main className="stage-page">
          <ReportScreen />
        </main>
      ) : (
        <WallArea onDetails={() => openTab('details')} onStories={() => openTab('stories')} />
      )}
      {panel && <SidePanel tab={tab} onTab={setTab} />}
      {isNarrow && phoneView === 'write' && <WriteSheet onDone={() => setPhoneView('wall')} />}
      {isNarrow && <PhoneBar view={phoneView} onView={setPhoneView} />}
      <SavingState />
      {leaving.question}
    </div>
  )
}
