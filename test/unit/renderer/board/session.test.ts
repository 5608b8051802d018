import { expect, test } from 'vitest'
import { addCard } from '#shared/board/actions/cards'
import { readAll } from '#shared/board/records'
import { createSession } from '../../../../renderer/board/session'
import { createMemoryReplica } from '../../../support/memoryReplica'

/** A session whose person may write until they are made to look, and how often it has written since. */
function working() {
  const replica = createMemoryReplica(1)
  const session = createSession(replica)
  const me = replica.me.get()
  let writes = 0
  replica.doc.on('update', () => {
    writes += 1
  })
  const look = () => {
    if (me) replica.me.set({ ...me, role: 'observer' })
    writes = 0
  }
  const write = () => replica.me.set(me)
  return { session, look, write, writes: () => writes }
}

test('whoever may only look from now on is out of the card they wrote in, with no tool that writes', () => {
  const { session, look } = working()
  const id = addCard(session.writer, { type: 'note', text: 'The bench' })
  session.tools.choose('pen')
  session.editing.set(id)
  look()
  expect(session.editing.get()).toBeNull()
  expect(session.tools.current.get()).toBe('select')
})

test('nothing is written from then on: no empty card is cleared away and no step taken back', () => {
  const { session, look, write, writes } = working()
  addCard(session.writer, { type: 'note', text: 'The bench' })
  session.camera.resize(800, 600)
  session.tools.handle({ kind: 'doubleClick', at: [790, 590] })
  expect(session.editing.get()).not.toBeNull()
  look()
  session.undo.undo()
  session.undo.redo()
  expect(writes()).toBe(0)
  expect(readAll(session.replica.doc, 'cards')).toHaveLength(2)
  write()
  session.undo.undo()
  expect(writes()).toBeGreaterThan(0)
})
