import type { Stage, Tint } from '../board/vocabulary'

const KIND_OF_STAGE: Readonly<Record<Stage, { readonly type: string; readonly tint: Tint }>> = {
  purpose: { type: 'note', tint: 'sand' },
  stories: { type: 'insight', tint: 'lemon' },
  insights: { type: 'insight', tint: 'lemon' },
  ideas: { type: 'idea', tint: 'mint' },
  prototype: { type: 'note', tint: 'white' },
  rehearse: { type: 'note', tint: 'white' },
  report: { type: 'note', tint: 'white' },
}

/** The kind of card that people write in a stage, and its colour. */
export const kindOfStage = (stage: Stage): { readonly type: string; readonly tint: Tint } =>
  KIND_OF_STAGE[stage]
