import { createSocket } from 'node:dgram'
import fc from 'fast-check'
import { expect, onTestFinished, test, vi } from 'vitest'
import { derOf, newIdentity, printOf } from '../../../../electron/lan/certificate'
import { createNearby, foundIn } from '../../../../electron/lan/nearby'
import { freePort } from '../../../faults/hub/freePort'

const PRINT = printOf(derOf(newIdentity().certificate))

/** Rooms nearby that are told of and looked for on this computer alone. */
function onLoopback(port: number) {
  const nearby = createNearby({ addresses: () => ['127.0.0.1'], port })
  onTestFinished(() => nearby.close())
  return nearby
}
const soon = { timeout: 15_000, interval: 50 }

test('a room appears by itself with the board’s name, its place and its fingerprint, and goes when it is hushed', async () => {
  const port = await freePort()
  const host = onLoopback(port)
  const guest = onLoopback(port)
  host.announce({ board: 'board1', title: 'حارة الطاحونة · Mill Lane', port: 4747, print: PRINT })
  const room = {
    title: 'حارة الطاحونة · Mill Lane',
    place: { host: '127.0.0.1', port: 4747, print: PRINT },
  }
  await vi.waitFor(() => expect(guest.look()).toEqual([room]), soon)
  expect(host.look()).toEqual([])
  host.announce({ board: 'board2', title: 'x'.repeat(1_000), port: 4748, print: PRINT })
  await vi.waitFor(() => expect(guest.look()).toHaveLength(2), soon)
  host.hush('board1')
  await vi.waitFor(() => expect(guest.look().map(({ place }) => place.port)).toEqual([4748]), soon)
  host.close()
  await vi.waitFor(() => expect(guest.look()).toEqual([]), soon)
})

test('a room that is announced anew has its new name and takes nothing from the others', async () => {
  const port = await freePort()
  const host = onLoopback(port)
  const guest = onLoopback(port)
  const titlesFor = (who: typeof guest) => who.look().map(({ title }) => title)
  host.announce({ board: 'board2', title: 'Archive', port: 4748, print: PRINT })
  for (const title of ['Mill Lane', 'Mill Street', 'Fernley']) {
    host.announce({ board: 'board1', title, port: 4747, print: PRINT })
    await vi.waitFor(() => expect(titlesFor(guest)).toEqual(['Archive', title]), soon)
  }
  const later = onLoopback(port)
  await vi.waitFor(() => expect(titlesFor(later)).toEqual(['Archive', 'Fernley']), soon)
})

test('who begins to look finds a room after another one on the same computer has closed or been told of anew', async () => {
  const port = await freePort()
  const host = onLoopback(port)
  // Announcements are repeated after three seconds: only an answer comes sooner.
  const atOnce = { timeout: 2_500, interval: 50 }
  const titles = (guest: ReturnType<typeof onLoopback>) => guest.look().map(({ title }) => title)
  host.announce({ board: 'board1', title: 'Mill Lane', port: 4747, print: PRINT })
  host.announce({ board: 'board2', title: 'Quay Street', port: 4748, print: PRINT })
  const before = onLoopback(port)
  await vi.waitFor(() => expect(titles(before)).toEqual(['Mill Lane', 'Quay Street']), atOnce)
  host.hush('board1')
  const after = onLoopback(port)
  await vi.waitFor(() => expect(titles(after)).toEqual(['Quay Street']), atOnce)
  host.announce({ board: 'board3', title: 'Hill Road', port: 4749, print: PRINT })
  host.announce({ board: 'board3', title: 'Hill Road', port: 4750, print: PRINT })
  const last = onLoopback(port)
  await vi.waitFor(() => expect(titles(last)).toEqual(['Hill Road', 'Quay Street']), atOnce)
  // Nobody was told that the other one had gone as well.
  await vi.waitFor(() => expect(titles(before)).toEqual(['Hill Road', 'Quay Street']), soon)
})

test('nonsense on the network is no room, and stops nobody', async () => {
  const port = await freePort()
  const host = onLoopback(port)
  const guest = onLoopback(port)
  guest.look()
  host.announce({ board: 'board1', title: 'Mill Lane', port: 4747, print: PRINT })
  const stranger = createSocket('udp4')
  onTestFinished(() => void stranger.close())
  await new Promise<void>((resolve) => stranger.bind(0, '127.0.0.1', resolve))
  stranger.setMulticastInterface('127.0.0.1')
  for (const bytes of fc.sample(fc.uint8Array({ maxLength: 600 }), 500)) {
    stranger.send(bytes, port, '224.0.0.251')
    // A header that promises answers, with whatever follows.
    stranger.send(Uint8Array.of(0, 0, 132, 0, 0, 0, 0, 3, 0, 0, 0, 3, ...bytes), port, '224.0.0.251')
  }
  await vi.waitFor(() => expect(guest.look()).toHaveLength(1), soon)
})

test('where no socket can be had there are no rooms nearby, and nothing is thrown', () => {
  const nearby = createNearby({ addresses: () => ['203.0.113.254', 'nonsense'], port: 1 })
  nearby.announce({ board: 'board1', title: 'Mill Lane', port: 4747, print: PRINT })
  expect(nearby.look()).toEqual([])
  nearby.close()
})

const whole = {
  port: 4747,
  referer: { address: '192.168.1.5' },
  txt: { b: 'board1', t: 'Mill Lane', p: PRINT },
}

test.each([
  ['no port', { ...whole, port: 0 }],
  ['no fingerprint', { ...whole, txt: { ...whole.txt, p: '' } }],
  ['half a fingerprint', { ...whole, txt: { ...whole.txt, p: PRINT.slice(1) } }],
  ['a name in the place of an address', { ...whole, referer: { address: 'evil.example' } }],
  ['no record', null],
])('a record with %s speaks of no room', (_what, service) => {
  expect(foundIn(service)).toBeUndefined()
})

test('a title turns no words around and is no longer than a record holds', () => {
  const title = (t: string) => foundIn({ ...whole, txt: { ...whole.txt, t } })?.room.title
  expect(title('Mill\u202e Lane\n\u0007')).toBe('Mill Lane')
  fc.assert(
    fc.property(fc.string({ unit: 'binary', maxLength: 1_000 }), (typed) => {
      expect(Buffer.byteLength(title(typed) ?? '')).toBeLessThanOrEqual(150)
    }),
  )
})
