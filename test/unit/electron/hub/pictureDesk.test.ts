import { expect, test } from 'vitest'
import { failed, success } from '#shared/failure'
import type { Board } from '../../../../electron/hub/admission'
import { createPictureDesk } from '../../../../electron/hub/pictureDesk'

const PICTURE = new Uint8Array(1_000)
const LARGE = { length: 8 * 1024 ** 2 } as Uint8Array

/** A desk for a room with these people; whoever is called host is no guest. */
function desk(people: readonly string[]) {
  const members = people.map((owner) => ({ token: owner, owner, isGuest: owner !== 'host' }))
  const room = {
    members,
    seen: () => ({ role: 'participant' }),
    pictures: {
      keep: async ({ length }: Uint8Array) =>
        length === 0 ? failed('notAPicture') : success({ asset: 'f00', pixels: [1, 1] }),
    },
  }
  return createPictureDesk(() => [{ room, following: null } as unknown as Board])
}

test('one guest fills no more than a share of a board’s pictures, and the others still add theirs', async () => {
  const { keep } = desk(['amal', 'mallory', 'host'])
  const kept = []
  for (let at = 0; at < 501; at++) kept.push(await keep('mallory', PICTURE))
  expect(kept.filter(({ ok }) => ok)).toHaveLength(500)
  expect(kept.at(-1)).toMatchObject({ ok: false, failure: { code: 'pictureShareUsed' } })
  expect((await keep('amal', PICTURE)).ok).toBe(true)
})

test('large pictures use up a share sooner, and all guests together leave room for the host', async () => {
  const guests = ['a', 'b', 'c', 'd', 'e', 'f']
  const { keep } = desk([...guests, 'host'])
  const counts = []
  for (const guest of guests) {
    let count = 0
    while (count < 100 && (await keep(guest, LARGE)).ok) count++
    counts.push(count)
  }
  expect(counts).toEqual([64, 64, 64, 64, 32, 0])
  for (let at = 0; at < 600; at++) expect((await keep('host', LARGE)).ok).toBe(true)
})

test('what is no picture, or could not be kept, uses up nobody’s share', async () => {
  const { keep } = desk(['amal'])
  for (let at = 0; at < 600; at++) expect((await keep('amal', new Uint8Array())).ok).toBe(false)
  expect((await keep('amal', PICTURE)).ok).toBe(true)
})
