import { retitle } from '../anotherBoard'
import { mergeState } from '../document'
import { calledInState, purgeState } from '../purgeState'

/** Work on whole documents, which takes long; each begins with a state. */
export const MERGE_WORK = { merge: mergeState, called: calledInState, purge: purgeState, retitle }
export type MergeWork = typeof MERGE_WORK

export interface MergeCall {
  readonly id: number
  readonly name: keyof MergeWork
  readonly args: readonly unknown[]
}

export interface MergeAnswer {
  readonly id: number
  readonly value: unknown
}
