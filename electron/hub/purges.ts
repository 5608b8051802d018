import * as Y from 'yjs'
import { gonePlaces, isEmptyPlan, planPurge, purgeRecords } from '#shared/board/actions/purge'
import { type CalledOrder, calledIn, eraseTexts } from '#shared/board/called'
import type { PurgeOrder } from '#shared/board/purgeOrder'

/** What was taken out of one board for good, and which windows may still hold it. `Window` stands for one. */
export interface Purges<Window> {
  /** How often it was done. */
  count(): number
  /** Counts up to at least this, as the hub that this board is a copy of does. */
  catchUp(count: number): void
  /** Every order, with all records that went. */
  orders(): readonly PurgeOrder[]
  /** A window comes in whose copy of the board began when the count was `seen`; undefined when it is empty. */
  meet(window: Window, seen: number | undefined): void
  /**
   * Takes an order's words out of the document and holds every window for one that may bring them back. The value is
   * the order with all records that went.
   */
  take(order: PurgeOrder, windows: Iterable<Window>): CalledOrder
  /**
   * Looks through what some windows sent, inside the transaction that took it in: what was purged and came back
   * goes again before anybody else sees it, and before the file does. True when something went: those who sent it
   * have to hear that.
   */
  sweep(sent: readonly { readonly from: Window; readonly update: Uint8Array }[]): boolean
}

/** Follows the purges of a document from what its file remembers of them. */
export function createPurges<Window extends object>(
  doc: Y.Doc,
  kept: { readonly count: number; readonly orders: readonly PurgeOrder[] },
): Purges<Window> {
  let { count } = kept
  let orders = [...kept.orders]
  const stale = new WeakSet<Window>()
  /** Something to be looked through waits in the document for an update that it builds on. */
  let owes = false

  return {
    count: () => count,
    catchUp(at) {
      count = Math.max(count, at)
    },
    orders: () => orders,
    meet(window, seen) {
      if (seen !== undefined && seen < count) stale.add(window)
    },
    take(order, windows) {
      const before = orders.find(({ kind, id }) => kind === order.kind && id === order.id)
      const plan = planPurge(doc, { ...order, also: [...(before?.also ?? []), ...(order.also ?? [])] })
      const places = [...(plan.order.also ?? []), ...gonePlaces(plan)]
      const texts = [...new Set([...(before?.texts ?? []), ...(order.texts ?? [])])]
      const whole = { ...order, also: [...new Map(places.map((place) => [place.id, place])).values()], texts }
      const called = calledIn(doc, plan)
      orders = [...orders.filter((one) => one !== before), whole]
      count++
      // Updates that wait for others may hold anybody's words; who sent them still has them and is asked again.
      doc.store.pendingStructs = null
      doc.store.pendingDs = null
      eraseTexts(doc, plan, called)
      purgeRecords(doc, plan)
      for (const window of windows) stale.add(window)
      return { order: whole, called }
    },
    sweep(sent) {
      if (!owes && !sent.some(({ from, update }) => stale.has(from) && makesRecords(update))) return false
      owes = doc.store.pendingStructs !== null
      let isAnythingGone = false
      for (const order of orders) {
        const plan = planPurge(doc, order)
        if (isEmptyPlan(plan)) continue
        purgeRecords(doc, plan)
        isAnythingGone = true
      }
      return isAnythingGone
    },
  }
}

/**
 * False for typing, moving and the like, which need no second look: inside a record that went they come to
 * nothing by themselves, and elsewhere they are somebody else's words.
 */
function makesRecords(update: Uint8Array): boolean {
  return Y.decodeUpdate(update).structs.some(
    (struct) => struct instanceof Y.Item && struct.content instanceof Y.ContentType,
  )
}
