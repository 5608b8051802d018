import { join } from 'node:path'
import { expect, onTestFinished, test } from 'vitest'
import { changeSingleton } from '#shared/board/records'
import { createHub } from '../../../../electron/hub/hub'
import { createNearby } from '../../../../electron/lan/nearby'
import { freePort } from '../../../faults/hub/freePort'
import { connectTo, isLive, isSaved, temporaryFolder, unwrap } from '../../../support/realHub'
import { threadsFolder } from '../../../support/threads.mjs'

test('a room nearby is called what its board is called now, until it is closed', async () => {
  const folder = temporaryFolder()
  const network = { addresses: () => ['127.0.0.1'], port: await freePort() }
  const hub = createHub({
    rendererFolder: folder,
    threadsFolder,
    loopbackOnly: true,
    port: 0,
    nearby: network,
  })
  onTestFinished(() => hub.shutDown())
  const path = join(folder, 'board.ground')
  const { url, token } = unwrap(await hub.create(path, { title: 'Fernley', place: 'Here', language: 'en' }))
  unwrap(await hub.openRoom(path))
  const elsewhere = createNearby(network)
  onTestFinished(() => elsewhere.close())
  const titles = () => elsewhere.look().map(({ title }) => title)
  await expect.poll(titles).toEqual(['Fernley'])

  const host = await isLive(connectTo({ url, credential: { kind: 'token', token } }))
  changeSingleton(host.doc, 'meta', { title: 'Mill Lane' })
  await expect.poll(titles).toEqual(['Mill Lane'])

  changeSingleton(host.doc, 'meta', { title: 'Mill Street' })
  await isSaved(host)
  await hub.closeRoom(path)
  await expect.poll(titles).toEqual([])
})
