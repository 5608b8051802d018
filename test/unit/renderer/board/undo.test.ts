import { expect, test } from 'vitest'
import { addCard } from '#shared/board/actions/cards'
import { createSession } from '../../../../renderer/board/session'
import { createMemoryReplica } from '../../../support/memoryReplica'

const MORE_THAN_ARE_KEPT = 320

function working() {
  const session = createSession(createMemoryReplica(1))
  const { undo, writer, records } = session
  const act = (text: string) => {
    undo.mark()
    return addCard(writer, { type: 'note', text })
  }
  return { undo, act, has: (id: string) => records.get('cards', id) !== undefined }
}

test('after more steps than are kept, what is discarded is still what came since', () => {
  const { undo, act, has } = working()
  for (let at = 0; at < MORE_THAN_ARE_KEPT; at++) act(`card ${at}`)
  const kept = act('kept')
  const depth = undo.depth()
  const given = [act('given up'), act('given up too')]
  undo.discardTo(depth)
  expect(given.map(has)).toEqual([false, false])
  expect(has(kept)).toBe(true)
  expect(undo.state.get().canRedo).toBe(false)
})

test('the last step is the same one until something is done or undone', () => {
  const { undo, act } = working()
  for (let at = 0; at < MORE_THAN_ARE_KEPT; at++) act(`card ${at}`)
  const last = undo.last()
  act('one more')
  expect(undo.last()).not.toBe(last)
  undo.undo()
  expect(undo.last()).toBe(last)
  undo.undo()
  act('in its place')
  expect(undo.last()).not.toBe(last)
})
