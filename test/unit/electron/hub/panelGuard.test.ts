import { expect, test } from 'vitest'
import * as Y from 'yjs'
import { lockCards } from '#shared/board/actions/arrange'
import {
  addFrame,
  addStoryboard,
  addStroke,
  captionFrame,
  deleteFrame,
  deleteStrokes,
} from '#shared/board/actions/prototypes'
import { changeRecord, readAll, readRecord, storedRecord } from '#shared/board/records'
import { createGuards } from '../../../../electron/hub/guards'
import { weighUpdate } from '../../../../electron/hub/weighUpdate'

const as = (doc: Y.Doc, person: string) => ({ doc, person, origin: null, now: () => 1 })

/** A storyboard of Amina's that Farid locked, with a drawing in its first panel. */
function storyboard() {
  const doc = new Y.Doc()
  const card = addStoryboard(as(doc, 'amina'), { text: 'The new stop' })
  const frame = readAll(doc, 'frames')[0]?.id ?? ''
  captionFrame(as(doc, 'amina'), frame, 'She waits')
  const stroke = addStroke(as(doc, 'amina'), frame, Uint8Array.of(1, 2, 3))
  lockCards(as(doc, 'farid'), [card], true)
  const guards = createGuards(doc)
  const guest = new Y.Doc()
  Y.applyUpdate(guest, Y.encodeStateAsUpdate(doc))
  const does = (author: string | null, work: (doc: Y.Doc) => void, isBrought = false) => {
    const before = Y.encodeStateVector(guest)
    work(guest)
    const bytes = Y.encodeStateAsUpdate(guest, before)
    const update = weighUpdate(bytes)
    if (!update) throw new Error('no update')
    const done = doc.transact(() =>
      guards.take({ author, isBrought, update }, () => Y.applyUpdate(doc, bytes)),
    )
    Y.applyUpdate(guest, Y.encodeStateAsUpdate(doc))
    return done
  }
  return { doc, card, frame, stroke, does }
}

test.each([false, true])(
  'nothing is taken from the panels of a locked storyboard (brought: %s)',
  (isBrought) => {
    const { doc, frame, stroke, does } = storyboard()
    const before = [readRecord(doc, 'frames', frame), readRecord(doc, 'strokes', stroke)]
    for (const work of [
      (doc: Y.Doc) => deleteFrame(as(doc, 'hala'), frame),
      (doc: Y.Doc) => changeRecord(doc, 'frames', frame, { card: 'another', order: 'zz' }),
      (doc: Y.Doc) => captionFrame(as(doc, 'hala'), frame, ''),
      (doc: Y.Doc) => storedRecord(doc, 'frames', frame)?.delete('caption'),
      (doc: Y.Doc) => deleteStrokes(as(doc, 'hala'), [stroke]),
      (doc: Y.Doc) => changeRecord(doc, 'strokes', stroke, { ink: null, tint: 'danger' }),
    ]) {
      expect(does('hala', work, isBrought)).toBe(true)
      expect([readRecord(doc, 'frames', frame), readRecord(doc, 'strokes', stroke)]).toEqual(before)
    }
  },
)

test('what is added to them stays, and who may change the storyboard changes them', () => {
  const { doc, card, frame, stroke, does } = storyboard()
  expect(does('hala', (doc) => captionFrame(as(doc, 'hala'), frame, 'She waits long'))).toBe(false)
  expect(does('hala', (doc) => addStroke(as(doc, 'hala'), frame, Uint8Array.of(4)))).toBe(false)
  expect(does('hala', (doc) => addFrame(as(doc, 'hala'), card))).toBe(false)
  expect(readRecord(doc, 'frames', frame)?.caption).toBe('She waits long')
  expect(readAll(doc, 'strokes')).toHaveLength(2)
  expect(does('farid', (doc) => deleteStrokes(as(doc, 'farid'), [stroke]))).toBe(false)
  expect(does(null, (doc) => deleteFrame(as(doc, 'ruth'), frame))).toBe(false)
  expect(readRecord(doc, 'frames', frame)?.del).toBe(true)
  expect(readRecord(doc, 'strokes', stroke)?.del).toBe(true)
})
