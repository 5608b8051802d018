import { expect, test } from 'vitest'
import * as Y from 'yjs'
import { createClientOwners } from '../../../../electron/hub/clientOwners'
import { weighUpdate } from '../../../../electron/hub/weighUpdate'

function room(here: readonly string[]) {
  const doc = new Y.Doc()
  const owners = createClientOwners(doc, (person) => here.includes(person))
  const weigh = (bytes: Uint8Array) => {
    const update = weighUpdate(bytes)
    if (!update) throw new Error('no update')
    return update
  }
  /** A document that this person writes in, and how it gets to the hub. */
  const writes = (person: string, from: Y.Doc, key: string) => {
    const before = Y.encodeStateVector(from)
    from.getMap('cards').set(key, 1)
    const bytes = Y.encodeStateAsUpdate(from, before)
    const isUnderOthers = owners.isUnderOthers(person, weigh(bytes))
    owners.note(person, weigh(bytes))
    Y.applyUpdate(doc, bytes)
    return isUnderOthers
  }
  return { doc, owners, weigh, writes }
}
const withId = (id: number) => Object.assign(new Y.Doc(), { clientID: id })

test('a client is of whoever wrote under it first, as long as they are here', () => {
  const here = ['amal']
  const { writes } = room(here)
  const amals = withId(7)
  expect([writes('amal', amals, 'a'), writes('amal', amals, 'b')]).toEqual([false, false])
  expect(writes('mallory', amals, 'c')).toBe(true)
  here.pop()
  expect(writes('sam', amals, 'd')).toBe(false)
})

test('what the hub has already may come from anybody, and what another hub told is nobody’s', () => {
  const { doc, owners, weigh, writes } = room(['amal', ''])
  writes('amal', withId(7), 'a')
  expect(owners.isUnderOthers('sam', weigh(Y.encodeStateAsUpdate(doc)))).toBe(false)
  const away = withId(8)
  writes('', away, 'b')
  expect(writes('sam', away, 'c')).toBe(false)
})

test('nobody writes under the id of the hub', () => {
  const { doc, writes } = room([])
  expect(writes('mallory', withId(doc.clientID), 'a')).toBe(true)
})
