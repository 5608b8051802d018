import type { Stage } from '#shared/board/vocabulary'

export const TABS = ['stage', 'outline', 'stories', 'details', 'people'] as const
/** What the panel beside the wall shows; `stage` is the panel of the present stage, where it has one. */
export type Tab = (typeof TABS)[number]

const STAGES_WITH_PANEL = ['purpose', 'insights', 'ideas', 'prototype'] as const
export type StageWithPanel = (typeof STAGES_WITH_PANEL)[number]

/** Whether a stage has a panel of its own beside the wall. */
export function hasPanel(stage: Stage): stage is StageWithPanel {
  return (STAGES_WITH_PANEL as readonly Stage[]).includes(stage)
}

/** The tab that belongs to a stage; undefined when any will do. */
export function tabOfStage(stage: Stage): Tab | undefined {
  if (hasPanel(stage)) return 'stage'
  return stage === 'stories' ? 'stories' : undefined
}
