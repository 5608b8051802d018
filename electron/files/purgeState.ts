import { isEmptyPlan, planPurge, purgeRecords } from '#shared/board/actions/purge'
import { assetsOf } from '#shared/board/assetsOf'
import { type Called, type CalledOrder, calledIn, eraseTexts, mentions } from '#shared/board/called'
import type { PurgeOrder } from '#shared/board/purgeOrder'
import { type Result, success } from '#shared/failure'
import { packDocument, type State, unpackDocument } from './document'

/** A document without the words of some people and stories. */
export interface PurgedState {
  readonly packed: Uint8Array
  /** Something went. */
  readonly isChanged: boolean
  /** Others still call one of them so in it. */
  readonly isMentioning: boolean
  /** The pictures that are on a card in it, in the bin or not. */
  readonly assets: readonly string[]
}

/** What the person or story of each order is called in a state, as long as it has them; `corrupt` when it is none. */
export function calledInState(state: State, orders: readonly PurgeOrder[]): Result<Called[]> {
  const opened = unpackDocument(state)
  if (!opened.ok) return opened
  const doc = opened.value
  const called = orders.map((order) => calledIn(doc, planPurge(doc, order)))
  doc.destroy()
  return success(called)
}

/** Folds a state into a packed document without what these orders name; `corrupt` when the bytes are none. */
export function purgeState(state: State, orders: readonly CalledOrder[]): Result<PurgedState> {
  const opened = unpackDocument(state)
  if (!opened.ok) return opened
  const doc = opened.value
  let isChanged = false
  // What waits for updates that never came may hold anybody's words.
  doc.store.pendingStructs = null
  doc.store.pendingDs = null
  for (const { order, called } of orders) {
    const plan = planPurge(doc, order)
    if (eraseTexts(doc, plan, called)) isChanged = true
    if (isEmptyPlan(plan)) continue
    isChanged = true
    purgeRecords(doc, plan)
  }
  const isMentioning = orders.some(({ called }) => mentions(doc, called))
  const packed = packDocument(doc)
  const assets = [...assetsOf(doc)]
  doc.destroy()
  return success({ packed, isChanged, isMentioning, assets })
}
