import { expect, test } from 'vitest'
import * as Y from 'yjs'
import { weighUpdate } from '../../../../electron/hub/weighUpdate'

/** One letter of client 77, and then something of no length that was collected. */
const NOTHING_AFTER_A_LETTER = Uint8Array.of(1, 2, 77, 0, 4, 1, 1, 97, 1, 98, 0, 0, 0)

test('an update names the clients whose changes it holds', () => {
  const doc = new Y.Doc()
  doc.clientID = 5
  doc.getMap('cards').set('a', 1)
  const other = new Y.Doc()
  other.clientID = 6
  other.getMap('cards').set('b', 1)
  Y.applyUpdate(doc, Y.encodeStateAsUpdate(other))
  expect(weighUpdate(Y.encodeStateAsUpdate(doc))?.clients).toEqual(new Set([5, 6]))
  expect(weighUpdate(Y.encodeStateAsUpdate(new Y.Doc()))?.clients).toEqual(new Set())
})

test('bytes are no update that end early, mean nothing, or hold something of no length', () => {
  const whole = Y.encodeStateAsUpdate(new Y.Doc())
  expect(weighUpdate(whole.subarray(0, 1))).toBeUndefined()
  expect(weighUpdate(Uint8Array.of(9, 9, 9))).toBeUndefined()
  expect(weighUpdate(NOTHING_AFTER_A_LETTER)).toBeUndefined()
})
