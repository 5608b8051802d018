import type { Stage } from '#shared/board/schema'

export const TABS = ['stage', 'outline', 'stories', 'details', 'people'] as const
/** What the panel beside the wall shows; `stage` is the panel of the present stage, where it has one. */
export type Tab = (typeof TABS)[number]

/** The stages that have a panel of their own. */
export const STAGES_WITH_PANEL: readonly Stage[] = []

/** The tab that belongs to a stage; undefined when any will do. */
export function tabOfStage(stage: Stage): Tab | undefined {
  if (STAGES_WITH_PANEL.includes(stage)) return 'stage'
  return stage === 'stories' ? 'stories' : undefined
}
