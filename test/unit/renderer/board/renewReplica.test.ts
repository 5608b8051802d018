import { expect, test } from 'vitest'
import * as Y from 'yjs'
import { renewReplica } from '../../../../renderer/board/renewReplica'
import type { Replica } from '../../../../renderer/board/replica'
import { signal } from '../../../../renderer/board/signal'
import { createMemoryReplica } from '../../../support/memoryReplica'

/** A fresh copy that is being loaded, and what has taken the place of the old one so far. */
function renewing(isIdle = signal(true)) {
  const old = createMemoryReplica(1)
  old.doc.getText('words').insert(0, 'as it was')
  const fresh = createMemoryReplica(1)
  let disposed = false
  const replaced: Replica[] = []
  const dispose = renewReplica(
    old,
    () => ({ ...fresh, dispose: () => (disposed = true) }),
    isIdle,
    (copy) => replaced.push(copy),
  )
  return { old, fresh, replaced, dispose, isDisposed: () => disposed }
}
const catchUp = (to: Replica, from: Replica) => Y.applyUpdate(to.doc, Y.encodeStateAsUpdate(from.doc), 'hub')
const loaded = () => Promise.resolve()

test('the old copy stays until the fresh one has its last letter, and its last deletion', async () => {
  const { old, fresh, replaced } = renewing()
  await loaded()
  expect(replaced).toEqual([])
  old.doc.getText('words').insert(0, 'typed on, ')
  const before = Y.encodeStateAsUpdate(old.doc)
  old.doc.getText('words').delete(0, 2)
  Y.applyUpdate(fresh.doc, before, 'hub')
  expect(replaced).toEqual([])
  catchUp(fresh, old)
  expect(replaced).toHaveLength(1)
  old.doc.getText('words').insert(0, 'once is enough')
  catchUp(fresh, old)
  expect(replaced).toHaveLength(1)
})

test('a gesture under way is finished first', async () => {
  const isIdle = signal(false)
  const { old, fresh, replaced } = renewing(isIdle)
  await loaded()
  catchUp(fresh, old)
  expect(replaced).toEqual([])
  isIdle.set(true)
  expect(replaced).toHaveLength(1)
})

test('what the hub took out of the fresh copy does not hold it up', async () => {
  const { old, fresh, replaced } = renewing()
  const hub = new Y.Doc()
  Y.applyUpdate(hub, Y.encodeStateAsUpdate(old.doc))
  hub.getText('words').delete(0, 9)
  await loaded()
  Y.applyUpdate(fresh.doc, Y.encodeStateAsUpdate(hub), 'hub')
  expect(replaced).toHaveLength(1)
})

test('giving up lets go of the fresh copy, and it takes nobody’s place any more', async () => {
  const { old, fresh, replaced, dispose, isDisposed } = renewing()
  await loaded()
  dispose()
  expect(isDisposed()).toBe(true)
  catchUp(fresh, old)
  expect(replaced).toEqual([])
})
