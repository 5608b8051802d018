import { copyFileSync } from 'node:fs'
import { join } from 'node:path'
import { expect, test } from 'vitest'
import { success } from '#shared/failure'
import { NO_GUIDANCE } from '#shared/room/guiding'
import { encodeControl } from '#shared/sync/messages'
import { rawGuest } from '../../../support/rawGuest'
import { isLive, openTestRoom, until, unwrap } from '../../../support/realHub'

const HERE = [100, 200, 800, 450] as const

test('a facilitator brings everybody to a part of the wall, and newcomers hear of it', async () => {
  const room = await openTestRoom()
  const host = await isLive(room.connect(room.host))
  const guest = await isLive(room.connect(room.guest))
  host.guide({ do: 'lookHere', view: [...HERE] })
  const heard = await until(guest.guidance, ({ calls }) => calls === 1)
  expect(heard).toMatchObject({ guide: host.me.get()?.peer, view: HERE, isLeading: false })
  const late = await isLive(room.connect(room.guest))
  expect(await until(late.guidance, ({ calls }) => calls === 1)).toEqual(heard)
})

test('the view that is led moves with the window that leads, and ends when that leaves', async () => {
  const room = await openTestRoom()
  const host = await isLive(room.connect(room.host))
  const other = await isLive(room.connect(room.host))
  const guest = await isLive(room.connect(room.guest))
  host.guide({ do: 'lead', view: [...HERE] })
  await until(guest.guidance, ({ isLeading }) => isLeading)
  // Another window of the host does not lead.
  other.guide({ do: 'show', view: [9, 9, 9, 9] })
  host.guide({ do: 'show', view: [1, 2, 30, 40] })
  expect((await until(guest.guidance, ({ view }) => view?.[0] !== HERE[0])).view).toEqual([1, 2, 30, 40])
  host.dispose()
  expect((await until(guest.guidance, ({ isLeading }) => !isLeading)).view).toEqual([1, 2, 30, 40])
})

test('a spotlight and a locked stage hold until they are ended', async () => {
  const room = await openTestRoom()
  const host = await isLive(room.connect(room.host))
  const guest = await isLive(room.connect(room.guest))
  host.guide({ do: 'spotlight', card: 'card1' })
  host.guide({ do: 'lockStage', isOn: true })
  await until(guest.guidance, ({ spotlight, isStageLocked }) => spotlight === 'card1' && isStageLocked)
  host.guide({ do: 'spotlight', card: null })
  host.guide({ do: 'lockStage', isOn: false })
  await until(guest.guidance, ({ spotlight, isStageLocked }) => spotlight === null && !isStageLocked)
})

test('a hub that died goes on with a locked stage and a spotlight, and leads nobody', async () => {
  const room = await openTestRoom()
  const host = await isLive(room.connect(room.host))
  host.guide({ do: 'lead', view: [...HERE] })
  host.guide({ do: 'spotlight', card: 'card1' })
  host.guide({ do: 'lockStage', isOn: true })
  await until(host.guidance, ({ isStageLocked }) => isStageLocked)
  await room.hub.use(room.path, async ({ room: { saver } }) => success(await saver.flush()))
  const left = join(room.folder, 'left.ground')
  copyFileSync(room.path, left)
  const { url, token } = unwrap(await room.hub.open(left))
  const back = await isLive(room.connect({ url, credential: { kind: 'token', token } }))
  expect(await until(back.guidance, ({ isStageLocked }) => isStageLocked)).toEqual({
    ...NO_GUIDANCE,
    spotlight: 'card1',
    isStageLocked: true,
  })
})

test('a board that was closed in peace keeps the stage locked until the room is closed, and shows no card alone', async () => {
  const room = await openTestRoom()
  const again = async () => {
    const { url, token } = unwrap(await room.hub.open(room.path))
    return isLive(room.connect({ url, credential: { kind: 'token', token } }))
  }
  const host = await isLive(room.connect(room.host))
  host.guide({ do: 'spotlight', card: 'card1' })
  host.guide({ do: 'lockStage', isOn: true })
  await until(host.guidance, ({ isStageLocked }) => isStageLocked)
  await room.hub.close(room.path)
  const back = await again()
  expect(await until(back.guidance, ({ isStageLocked }) => isStageLocked)).toMatchObject({ spotlight: null })
  unwrap(await room.hub.openRoom(room.path))
  await room.hub.closeRoom(room.path)
  await until(back.guidance, ({ isStageLocked }) => !isStageLocked)
})

test.each([
  ['a participant', {}, 'guest'],
  ['a guest who only watches', { watch: true }, 'guest'],
  ['a projector of the host', { watch: true }, 'host'],
  ['a guest who says they are a facilitator', { side: 'facilitator' }, 'guest'],
] as const)('%s guides nobody, whatever their client sends', async (_, hello, from) => {
  const room = await openTestRoom()
  const host = await isLive(room.connect(room.host))
  const { url, credential } = room[from]
  const raw = rawGuest(url, credential, hello)
  await raw.hears('people')
  raw.send(encodeControl({ say: 'guide', order: { do: 'lockStage', isOn: true } }))
  expect(await raw.hears('rejected')).toEqual({ say: 'rejected', code: 'noPermission' })
  await raw.ended
  expect(host.guidance.get().isStageLocked).toBe(false)
})

test.each([
  { do: 'lookHere', view: [0, 0, 0, 10] },
  { do: 'lookHere', view: [0, 0, Number.NaN, 10] },
  { do: 'lookHere', view: [1e12, 0, 10, 10] },
  { do: 'spotlight', card: '' },
  { do: 'spotlight', card: 'x'.repeat(101) },
  { do: 'dance' },
])('%j is no order', async (order) => {
  const room = await openTestRoom()
  const raw = rawGuest(room.host.url, room.host.credential)
  await raw.hears('people')
  raw.send(encodeControl({ say: 'guide', order } as never))
  expect(await raw.hears('refused')).toEqual({ say: 'refused', code: 'badMessage' })
})
