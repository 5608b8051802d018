import {
  BookOpen,
  Clapperboard,
  Info,
  Lightbulb,
  ListTree,
  type LucideIcon,
  Shapes,
  Target,
  UsersRound,
} from 'lucide-react'
import { type KeyboardEvent, type ReactNode, useRef } from 'react'
import { useTranslation } from 'react-i18next'
import type { Stage } from '#shared/board/vocabulary'
import { IdeasPanel } from '../../stages/ideas/IdeasPanel'
import { InsightsPanel } from '../../stages/insights/InsightsPanel'
import { PrototypePanel } from '../../stages/prototype/PrototypePanel'
import { PurposePanel } from '../../stages/purpose/PurposePanel'
import { StoriesPanel } from '../../stages/stories/StoriesPanel'
import { Icon } from '../kit/Icon'
import { OutlinePanel } from '../outline/OutlinePanel'
import { DetailsPanel } from '../panels/DetailsPanel'
import { PeoplePanel } from '../panels/PeoplePanel'
import { useHandBack } from '../useHandBack'
import { hasPanel, type StageWithPanel, type Tab } from './tabs'
import './sidePanel.css'

interface Page {
  readonly tab: Tab
  readonly icon: LucideIcon
  readonly label: string
  readonly body: ReactNode
}

const STAGE_ICONS: Readonly<Record<StageWithPanel, LucideIcon>> = {
  purpose: Target,
  insights: Shapes,
  ideas: Lightbulb,
  prototype: Clapperboard,
}

const STAGE_PANELS: Readonly<Record<StageWithPanel, ReactNode>> = {
  purpose: <PurposePanel />,
  insights: <InsightsPanel />,
  ideas: <IdeasPanel />,
  prototype: <PrototypePanel />,
}

/** The panel beside the wall. Arrow keys move between its tabs. */
export function SidePanel({
  stage,
  tab,
  isFolded,
  onTab,
}: {
  stage: Stage
  tab: Tab
  /** Out of sight for now; what is open or half written in it stays as it is. */
  isFolded: boolean
  onTab: (tab: Tab) => void
}) {
  const { t } = useTranslation()
  const panel = useRef<HTMLElement>(null)
  const list = useRef<HTMLDivElement>(null)
  useHandBack(panel, !isFolded)
  const pages: Page[] = [
    ...(hasPanel(stage)
      ? [
          {
            tab: 'stage' as const,
            icon: STAGE_ICONS[stage],
            label: t(`stages.${stage}`),
            body: STAGE_PANELS[stage],
          },
        ]
      : []),
    { tab: 'outline', icon: ListTree, label: t('outline.tab'), body: <OutlinePanel /> },
    { tab: 'stories', icon: BookOpen, label: t('stages.stories'), body: <StoriesPanel /> },
    { tab: 'details', icon: Info, label: t('details.tab'), body: <DetailsPanel /> },
    { tab: 'people', icon: UsersRound, label: t('people.tab'), body: <PeoplePanel /> },
  ]
  const shown = pages.find((page) => page.tab === tab) ?? pages[0]

  const move = (event: KeyboardEvent) => {
    const isMirrored = document.documentElement.dir === 'rtl'
    const step = { ArrowRight: isMirrored ? -1 : 1, ArrowLeft: isMirrored ? 1 : -1 }[event.key]
    const at = shown ? pages.indexOf(shown) : 0
    let next = step === undefined ? undefined : (at + step + pages.length) % pages.length
    if (event.key === 'Home') next = 0
    if (event.key === 'End') next = pages.length - 1
    const page = next === undefined ? undefined : pages[next]
    if (!page) return
    event.preventDefault()
    onTab(page.tab)
    list.current?.querySelector<HTMLElement>(`#tab-${page.tab}`)?.focus()
  }

  return (
    <aside ref={panel} hidden={isFolded} className="side-panel" aria-label={t('board.panel')}>
      <div ref={list} className="tabs" role="tablist" aria-label={t('board.panel')} onKeyDown={move}>
        {pages.map((page) => (
          <button
            key={page.tab}
            id={`tab-${page.tab}`}
            type="button"
            role="tab"
            className="tab"
            aria-selected={page === shown}
            aria-controls="panel-page"
            tabIndex={page === shown ? 0 : -1}
            onClick={() => onTab(page.tab)}
          >
            <Icon of={page.icon} />
            <span>{page.label}</span>
          </button>
        ))}
      </div>
      <div id="panel-page" className="panel-page" role="tabpanel" aria-labelledby={`tab-${shown?.tab}`}>
        {shown?.body}
      </div>
    </aside>
  )
}
