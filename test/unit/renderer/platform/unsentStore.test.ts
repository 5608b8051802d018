import 'fake-indexeddb/auto'
import { IDBFactory } from 'fake-indexeddb'
import { afterAll, beforeEach, expect, test } from 'vitest'
import { openUnsentStore } from '../../../../renderer/platform/unsentStore'

const bytes = (...values: number[]) => Uint8Array.from(values)

// What stands there is that of the files that run after this one, too.
const own = globalThis.indexedDB
beforeEach(() => {
  globalThis.indexedDB = new IDBFactory()
})
afterAll(() => {
  globalThis.indexedDB = own
})

test('a later page gets what an earlier one kept, in its order, board by board', async () => {
  const first = openUnsentStore()
  first.keep('market', bytes(1))
  first.keep('school', bytes(2))
  first.keep('market', bytes(3))
  expect(await first.recall('market')).toEqual([])
  const second = openUnsentStore()
  expect(await second.recall('market')).toEqual([bytes(1), bytes(3)])
  expect(await second.recall('market')).toEqual([])
  expect(await second.recall('nowhere')).toEqual([])
})

test('what was kept or recalled before letting go is gone; what came after stays', async () => {
  const first = openUnsentStore()
  first.keep('market', bytes(1))
  await first.hasAny()
  const second = openUnsentStore()
  await second.recall('market')
  second.keep('market', bytes(2))
  second.letGo()
  second.keep('market', bytes(3))
  await second.hasAny()
  expect(await openUnsentStore().recall('market')).toEqual([bytes(3)])
})

test('what is still being recalled is not let go of: nobody has sent it yet', async () => {
  const first = openUnsentStore()
  for (let letter = 0; letter < 50; letter++) first.keep('market', bytes(letter))
  await first.hasAny()
  const second = openUnsentStore()
  let isReading = true
  const reading = second.recall('market').finally(() => {
    isReading = false
  })
  while (isReading) {
    second.letGo()
    await new Promise((resolve) => setImmediate(resolve))
  }
  expect(await reading).toHaveLength(50)
  await second.hasAny()
  // The page goes before it has sent them.
  expect(await openUnsentStore().recall('market')).toHaveLength(50)
})

test('a page lets go of nothing that another page wrote meanwhile', async () => {
  const [first, second] = [openUnsentStore(), openUnsentStore()]
  first.keep('market', bytes(1))
  await first.hasAny()
  second.keep('market', bytes(2))
  second.letGo()
  await second.hasAny()
  expect(await openUnsentStore().recall('market')).toEqual([bytes(1)])
})

test('what was typed just before a page closed is there for the next one', async () => {
  const [first, second] = [openUnsentStore(), openUnsentStore()]
  await Promise.all([first.hasAny(), second.hasAny()])
  for (const letter of [1, 2, 3]) first.keep('market', bytes(letter))
  expect(await second.recall('market')).toEqual([bytes(1), bytes(2), bytes(3)])
})

test('erasing leaves nothing of any board', async () => {
  const store = openUnsentStore()
  store.keep('market', bytes(1))
  store.keep('school', bytes(1))
  expect(await store.hasAny()).toBe(true)
  await store.erase()
  expect(await store.hasAny()).toBe(false)
  expect(await openUnsentStore().recall('school')).toEqual([])
})

test('a browser that keeps nothing is as one that had kept nothing', async () => {
  globalThis.indexedDB = {
    open() {
      throw new DOMException('no', 'SecurityError')
    },
  } as unknown as IDBFactory
  const store = openUnsentStore()
  store.keep('market', bytes(1))
  expect(await store.recall('market')).toEqual([])
  expect(await store.hasAny()).toBe(false)
  store.letGo()
  await expect(store.erase()).resolves.toBeUndefined()
})
