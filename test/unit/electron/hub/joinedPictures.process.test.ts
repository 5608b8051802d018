import { createHash } from 'node:crypto'
import { expect, test } from 'vitest'
import { addCard } from '#shared/board/actions/cards'
import { readAll } from '#shared/board/records'
import { success } from '#shared/failure'
import type { Replica } from '../../../../renderer/board/replica'
import { type Host, hostRoom, joinFrom, openAgain, writerOf } from '../../../support/joined'
import { pngOf } from '../../../support/pictures'
import { connectTo, failureOf, isLive, until, untilDocument, unwrap } from '../../../support/realHub'

const pngBlob = (width: number) => new Blob([new Uint8Array(pngOf(width, 9))])

/** Puts a picture on the wall as a window does: first its bytes, then the card. */
async function addPicture(replica: Replica, width: number): Promise<string> {
  const { asset, pixels } = unwrap(await replica.pictures.send(pngBlob(width)))
  addCard(writerOf(replica), { type: 'image', asset, pixels })
  return asset
}

/** The window gets the very bytes, however often it has to ask. */
const sees = (replica: Replica, asset: string, width: number) =>
  expect
    .poll(async () => {
      const seen = await replica.pictures.fetch(asset)
      return seen.ok ? Buffer.from(await seen.value.arrayBuffer()).equals(pngOf(width, 9)) : seen.failure.code
    })
    .toBe(true)

const openTab = ({ place, code }: Host) =>
  isLive(
    connectTo(
      { url: `ws://127.0.0.1:${place.port}/sync`, credential: { kind: 'code', code } },
      { name: 'Sam' },
    ),
  )

test('a picture from a desktop that joined reaches the host and every other guest, and theirs reach it', async () => {
  const host = await hostRoom()
  const [first, second, tab] = await Promise.all([joinFrom(host), joinFrom(host), openTab(host)])
  const mine = await addPicture(first.window, 40)
  for (const window of [host.window, tab, second.window]) await sees(window, mine, 40)
  const theirs = await addPicture(tab, 41)
  for (const window of [host.window, first.window, second.window]) await sees(window, theirs, 41)
})

test('a picture that was added while the room was away, and before a restart, arrives when it is back', async () => {
  const host = await hostRoom()
  const joined = await joinFrom(host)
  const other = await joinFrom(host)
  await host.hub.shutDown()
  for (const { window } of [joined, other]) await until(window.isAway, Boolean)
  const mine = await addPicture(joined.window, 42)
  await until(joined.window.saving, ({ state }) => state === 'saved')
  await joined.hub.shutDown()
  const again = await openAgain(joined.path)
  const back = await hostRoom(host.path, host.place.port)
  for (const window of [again.window, back.window, await openTab(back), other.window])
    await sees(window, mine, 42)
})

test('a desktop that joined keeps the pictures for when it has to host, also one that comes later than its card', async () => {
  const host = await hostRoom()
  const early = await addPicture(host.window, 43)
  const joined = await joinFrom(host)
  const late = createHash('sha256').update(pngOf(44, 9)).digest('hex')
  addCard(writerOf(host.window), { type: 'image', asset: late, pixels: [44, 9] })
  const keeps = (asset: string) =>
    joined.hub.use(joined.path, async ({ room }) => success((await room.file.readAsset(asset)).ok))
  await expect.poll(async () => unwrap(await keeps(early))).toBe(true)
  await untilDocument(joined.window, () => readAll(joined.window.doc, 'cards').length === 2)
  expect(failureOf(await joined.window.pictures.fetch(late))).toBe('missing')
  unwrap(await host.window.pictures.send(pngBlob(44)))
  await expect.poll(async () => unwrap(await keeps(late))).toBe(true)
})
