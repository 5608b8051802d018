import { expect, test } from 'vitest'
import type { Credential } from '#shared/sync/protocol'
import { rawGuest } from '../../../support/rawGuest'
import { isLive, openTestRoom } from '../../../support/realHub'

test('one address fills the board with no more than so many new people, and those keep coming back', async () => {
  const room = await openTestRoom()
  const guest = await isLive(room.connect(room.guest, { name: 'Amal' }))
  /** What the hub answers first to somebody who comes and goes. */
  const knock = async (credential: Credential = room.guest.credential, from?: string) => {
    const stranger = rawGuest(room.guest.url, credential, { name: '' }, from)
    const answer = await stranger.finds(({ told: [first] }) => first)
    stranger.leave()
    await stranger.ended
    return answer.say === 'refused' ? answer.code : answer.say
  }
  const answers = new Set<string>()
  for (let batch = 0; batch < 12; batch++)
    for (const answer of await Promise.all(Array.from({ length: 50 }, () => knock()))) answers.add(answer)
  expect([...answers]).toEqual(['welcome', 'tooManyTries'])
  expect(await knock({ kind: 'token', token: guest.token() })).toBe('welcome')
  expect(guest.connection.get().state).toBe('live')
  expect(await knock(room.guest.credential, '127.0.0.9')).toBe('welcome')
})
