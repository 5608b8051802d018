import { expect, test } from 'vitest'
import { addCard } from '#shared/board/actions/cards'
import { toggleReaction } from '#shared/board/actions/reactions'
import { commandWith } from '../../../../renderer/board/commands/commands'
import { Driver } from '../../../driver'

const note = (me: Driver) =>
  addCard(me.session.writer, { type: 'note', text: 'A bench', pos: [0, 0], size: [240, 160, 0] })

test('an answer shows on the card at once, and one undo takes it from all that were chosen', () => {
  const me = new Driver()
  const cards = [note(me), note(me)]
  me.session.selection.set(cards)
  commandWith('reactHeart')?.run(me.session)
  for (const id of cards)
    expect(me.session.scene.get(id)?.details.reactions).toEqual([{ sign: 'heart', count: 1 }])
  me.press('mod+z')
  for (const id of cards) expect(me.session.scene.get(id)?.details.reactions).toEqual([])
})

test('the answers given most come first', () => {
  const me = new Driver()
  const id = note(me)
  me.session.selection.set([id])
  commandWith('reactHeart')?.run(me.session)
  for (const person of ['rana', 'tom']) toggleReaction({ ...me.session.writer, person }, id, 'star')
  expect(me.session.scene.get(id)?.details.reactions.map(({ sign }) => sign)).toEqual(['star', 'heart'])
})

test('marks are not answered and not voted on', () => {
  const me = new Driver()
  const ink = addCard(me.session.writer, { type: 'stamp', sign: 'heart', pos: [0, 0], size: [56, 56, 0] })
  me.session.selection.set([ink])
  for (const command of ['vote', 'reactHeart'] as const)
    expect(commandWith(command)?.isPossible(me.session)).toBe(false)
})

test.each(['text', 'shape', 'frame', 'theme'])('a %s is voted on and answered as a card is', (type) => {
  const me = new Driver()
  const id = addCard(me.session.writer, { type, text: 'A bench', pos: [0, 0], size: [400, 260, 0] })
  me.session.selection.set([id])
  for (const command of ['vote', 'reactHeart'] as const) {
    expect(commandWith(command)?.isPossible(me.session)).toBe(true)
    commandWith(command)?.run(me.session)
  }
  const { votes, reactions } = me.session.scene.get(id)?.details ?? {}
  expect({ votes, reactions }).toEqual({ votes: 1, reactions: [{ sign: 'heart', count: 1 }] })
})
