import { join } from 'node:path'
import { WebSocket } from 'ws'
import { addCard } from '#shared/board/actions/cards'
import { readAll } from '#shared/board/records'
import { failed } from '#shared/failure'
import { createHub } from '../../../electron/hub/hub'
import { connectReplica, type Greeting } from '../../../renderer/board/connectReplica'
import type { Line } from '../../../renderer/board/line'
import type { Replica } from '../../../renderer/board/replica'
import type { HubAddress } from '../../../renderer/platform/platform'
import { canonical } from '../../support/canonical'
import { isLive, isSaved, until, untilDocument } from '../../support/until'
import type { Answer, Ask } from './asks'

/** One computer of the room, with its app or with a page in a browser; does what it is asked over its channel. */
const [, , name = '', folder = ''] = process.argv
const hub = createHub({
  rendererFolder: folder,
  threadsFolder: import.meta.dirname,
  identityFolder: folder,
})
const path = join(folder, 'board.ground')
let boardPath = path
let replica: Replica | undefined

const greeting = (side: Greeting['side']): Greeting => ({ name, side, languages: [] })
const page = (address: HubAddress, said: Greeting): Promise<Replica> => {
  const openLine = (url: string) => new WebSocket(url, { perMessageDeflate: false }) as unknown as Line
  replica = connectReplica(address, said, { openLine })
  return isLive(replica)
}
const here = () => {
  if (!replica) throw new Error(`${name} has no window`)
  return replica
}
const own = (opened: { readonly url: string; readonly token: string }) =>
  page({ url: opened.url, credential: { kind: 'token', token: opened.token } }, greeting('facilitator'))

async function answer(ask: Ask): Promise<Answer> {
  switch (ask.do) {
    case 'host': {
      const made = await hub.create(path, { title: ask.title, place: '', language: 'en' })
      if (!made.ok) return made
      await own(made.value)
      return hub.openRoom(path)
    }
    case 'hostHere': {
      const opened = await hub.openRoom(boardPath)
      if (opened.ok) await until(here().me, (me) => me?.role === 'facilitator')
      return opened
    }
    case 'look':
      return { ok: true, value: hub.nearby() }
    case 'join': {
      const { place, code } = ask
      const opened = await hub.join(folder, { place, code, greeting: greeting('professional') })
      if (!opened.ok) return opened
      boardPath = opened.value.path
      await own(opened.value)
      await until(here().isAway, (isAway) => !isAway)
      return { ok: true, value: null }
    }
    case 'browse':
      await page({ url: ask.url, credential: { kind: 'code', code: ask.code } }, greeting('resident'))
      return { ok: true, value: null }
    case 'write': {
      const { doc, me } = here()
      const person = me.get()?.person ?? ''
      addCard({ doc, person, origin: null, now: Date.now }, { type: 'note', text: ask.words })
      return { ok: true, value: null }
    }
    case 'has': {
      const words = () => readAll(here().doc, 'cards').map(({ text }) => text)
      await untilDocument(here(), () => ask.words.every((each) => words().includes(each)))
      return { ok: true, value: null }
    }
    case 'noticesAway':
      await Promise.race([
        until(here().isAway, Boolean),
        until(here().connection, ({ state }) => state === 'offline'),
      ])
      return { ok: true, value: null }
    case 'board':
      await isSaved(here())
      return { ok: true, value: canonical(here().doc) }
  }
}

process.on('message', ({ id, ask }: { id: number; ask: Ask }) => {
  void answer(ask)
    .catch((error: unknown): Answer => failed('unexpected', String(error)))
    .then((said) => process.send?.({ id, said }))
})
process.on('disconnect', () => process.exit())
