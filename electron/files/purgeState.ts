import { isEmptyPlan, planPurge, purgeRecords } from '#shared/board/actions/purge'
import type { PurgeOrder } from '#shared/board/purgeOrder'
import { type Result, success } from '#shared/failure'
import { packDocument, type State, unpackDocument } from './document'

/** A document without the words of some people and stories. */
export interface PurgedState {
  readonly packed: Uint8Array
  /** Something went. */
  readonly isChanged: boolean
}

/** Folds a state into a packed document without what these orders name; `corrupt` when the bytes are none. */
export function purgeState(state: State, orders: readonly PurgeOrder[]): Result<PurgedState> {
  const opened = unpackDocument(state)
  if (!opened.ok) return opened
  const doc = opened.value
  let isChanged = false
  // What waits for updates that never came may hold anybody's words.
  doc.store.pendingStructs = null
  doc.store.pendingDs = null
  for (const order of orders) {
    const plan = planPurge(doc, order)
    if (isEmptyPlan(plan)) continue
    isChanged = true
    purgeRecords(doc, plan)
  }
  const packed = packDocument(doc)
  doc.destroy()
  return success({ packed, isChanged })
}
