import { dirname } from 'node:path'
import { expect, onTestFinished, test } from 'vitest'
import * as Y from 'yjs'
import { readSingleton } from '#shared/board/records'
import { failed } from '#shared/failure'
import { decodeGuestMessage, encodeControl, encodeSync } from '#shared/sync/messages'
import type { PeerInfo } from '#shared/sync/protocol'
import { setBoardAside } from '../../../../electron/hub/upkeep'
import { openIdentity } from '../../../../electron/lan/identity'
import { openServer } from '../../../../electron/lan/server'
import { GREETING, type Host, hostRoom, joinFrom, openAgain, wordsOf, write } from '../../../support/joined'
import { connectTo, isLive, isSaved, temporaryFolder, until, unwrap } from '../../../support/realHub'

/** In the place of a host that is gone, one that lets this person in and takes in nothing that they write. */
async function refusingHost(
  { path, place }: Host,
  board: string,
  me: PeerInfo,
): Promise<() => Promise<void>> {
  const desk = {
    mayKeep: () => failed('onlyLooking'),
    keep: async () => failed('onlyLooking'),
    read: async () => failed('missing'),
  }
  const identity = await openIdentity(dirname(path))
  const options = { rendererFolder: temporaryFolder(), address: '127.0.0.1', port: place.port, identity }
  const server = await openServer(
    options,
    (socket) => {
      socket.on('message', (data: Buffer) => {
        const message = decodeGuestMessage(new Uint8Array(data))
        if (message?.kind === 'control' && message.control.say === 'hello') {
          socket.send(encodeControl({ say: 'welcome', board, me, token: 'a token', purges: 0 }))
          socket.send(encodeSync(0, { step: 'vector', bytes: Y.encodeStateVector(new Y.Doc()) }))
        } else if (message?.kind === 'update' && message.sync.step !== 'vector') {
          socket.send(encodeControl({ say: 'rejected', code: 'noPermission' }))
          socket.close(1001)
        }
      })
    },
    desk,
  )
  onTestFinished(() => server.close())
  return () => server.close()
}

/** A copy with words that its room has refused for good; the room is open again. */
async function refusedCopy() {
  const first = await hostRoom()
  write(first.window, 'what everybody knows')
  await isSaved(first.window)
  const joined = await joinFrom(first)
  const me = joined.window.me.get()
  if (!me) throw new Error('nobody')
  const board = unwrap(
    await first.hub.use(first.path, async ({ room }) => ({ ok: true, value: room.file.id })),
  )
  await first.hub.shutDown()
  await until(joined.window.isAway, Boolean)
  write(joined.window, 'what nobody wants')
  await isSaved(joined.window)
  const end = await refusingHost(first, board, me)
  expect(await until(joined.window.connection, ({ state }) => state === 'refused')).toEqual({
    state: 'refused',
    code: 'notTakenIn',
  })
  await end()
  const host = await hostRoom(first.path, first.place.port)
  return { host, joined }
}

const windowOn = ({ url, token }: { url: string; token: string }) =>
  isLive(connectTo({ url, credential: { kind: 'token', token } }))

test('what a room refuses for good is a board of its own until this person joins again', async () => {
  const { host, joined } = await refusedCopy()
  await joined.hub.shutDown()
  const { window, hub } = await openAgain(joined.path)
  expect(wordsOf(window).sort()).toEqual(['what everybody knows', 'what nobody wants'])
  expect(window.me.get()?.role).toBe('facilitator')
  expect(unwrap(await hub.open(joined.path)).joined).toBeUndefined()
  expect(wordsOf(host.window)).toEqual(['what everybody knows'])
})

test('joining again begins with a fresh copy, and the refused one stays beside it under a name of its own', async () => {
  const { host, joined } = await refusedCopy()
  const { hub, folder } = joined
  const way = { place: host.place, code: host.code, greeting: GREETING }
  const fresh = unwrap(await hub.join(folder, way, (path) => setBoardAside(hub, path, '{{title}} (apart)')))
  expect(fresh.joined?.host).toBe('127.0.0.1')
  const window = await windowOn(fresh)
  await until(window.isAway, (isAway) => !isAway)
  expect(wordsOf(window)).toEqual(['what everybody knows'])
  write(window, 'and goes on')
  await isSaved(window)

  expect(fresh.apart).not.toBe(fresh.path)
  const apart = unwrap(await hub.open(fresh.apart ?? ''))
  expect(apart.joined).toBeUndefined()
  const kept = await windowOn(apart)
  expect(readSingleton(kept.doc, 'meta').title).toBe('Fernley (apart)')
  expect(wordsOf(kept).sort()).toEqual(['what everybody knows', 'what nobody wants'])
  await hub.shutDown()
  expect(unwrap(await openAgainCopy(fresh.path)).joined).toBeDefined()
})

const openAgainCopy = async (path: string) => {
  const { hub } = await openAgain(path)
  return hub.open(path)
}
