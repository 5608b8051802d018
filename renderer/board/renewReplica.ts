import * as Y from 'yjs'
import type { Dispose } from '#shared/board/observe'
import type { Replica } from './replica'
import type { Signal } from './signal'

/**
 * Opens a fresh copy of the board beside an outdated one and calls `replace` with it once it holds everything
 * that the old one has, so that a person who goes on writing meanwhile loses nothing. `isIdle` puts it off
 * while a gesture is under way. Disposing before that lets go of the fresh copy.
 */
export function renewReplica(
  old: Replica,
  open: () => Replica,
  isIdle: Signal<boolean>,
  replace: (fresh: Replica) => void,
): Dispose {
  const fresh = open()
  let isLoaded = false
  const look = () => {
    if (!isLoaded || !isIdle.get() || !old.rounds.isKept.get() || !holdsAll(fresh.doc, old.doc)) return
    stop()
    replace(fresh)
  }
  const disposals = [
    isIdle.subscribe(look),
    old.rounds.isKept.subscribe(look),
    fresh.connection.subscribe(giveUp),
  ]
  const stop = () => {
    for (const dispose of disposals) dispose()
    fresh.doc.off('update', look)
    old.doc.off('update', look)
  }
  fresh.doc.on('update', look)
  old.doc.on('update', look)
  void fresh.loaded.then(() => {
    isLoaded = true
    look()
  })
  // Who may not come in any more has to be told, and the fresh copy is the one that says so.
  function giveUp() {
    const { state } = fresh.connection.get()
    if (state !== 'refused' && state !== 'ended') return
    stop()
    replace(fresh)
  }
  return () => {
    stop()
    fresh.dispose()
  }
}

/** True when every letter and every deletion of `doc` is in `whole` too. */
function holdsAll(whole: Y.Doc, doc: Y.Doc): boolean {
  const missing = Y.encodeStateAsUpdate(doc, Y.encodeStateVector(whole))
  return Y.snapshotContainsUpdate(Y.snapshot(whole), missing)
}
