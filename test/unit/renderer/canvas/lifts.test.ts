import { expect, test } from 'vitest'
import { addCard } from '#shared/board/actions/cards'
import { NO_PRESENCE } from '#shared/sync/presence'
import { liftsOf } from '../../../../renderer/canvas/lifts'
import { Driver } from '../../../driver'

test('a card that two others hold is painted once, in the hand of the one who took it last', () => {
  const me = new Driver()
  const id = addCard(me.session.writer, { type: 'note', pos: [0, 0] })
  for (const peer of [2, 3]) {
    const holds = [{ ids: [id], by: [peer * 10, 0], places: [] }] as const
    me.replica.presences.set(new Map(me.replica.presences.get()).set(peer, { ...NO_PRESENCE, holds }))
  }
  const lifts = liftsOf(me.session).filter(({ drawables }) => drawables.length > 0)
  expect(lifts.map(({ delta }) => delta[0])).toEqual([30])
  me.dispose()
})
