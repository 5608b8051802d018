import { dirname, join } from 'node:path'
import { expect, onTestFinished } from 'vitest'
import { addCard } from '#shared/board/actions/cards'
import type { Writer } from '#shared/board/actions/writer'
import { readAll } from '#shared/board/records'
import type { RoomRules } from '#shared/ipc/contract'
import type { RoomPlace } from '#shared/sync/place'
import { createHub, type Hub } from '../../electron/hub/hub'
import type { Replica } from '../../renderer/board/replica'
import type { HubAddress } from '../../renderer/platform/platform'
import { freePort } from '../faults/hub/freePort'
import { connectTo, isLive, temporaryFolder, until, unwrap } from './realHub'
import { threadsFolder } from './threads.mjs'

export const writerOf = (replica: Replica): Writer => ({
  doc: replica.doc,
  person: replica.me.get()?.person ?? '',
  origin: null,
  now: () => 1,
})
export const write = (replica: Replica, text: string) => addCard(writerOf(replica), { type: 'note', text })
export const wordsOf = (replica: Replica) => readAll(replica.doc, 'cards').map(({ text }) => text)
export const GREETING = { name: 'Amal', side: 'professional' as const, languages: ['ar'] }

/** A hub that keeps to this computer. */
export function newHub(port = 0, identityFolder = temporaryFolder()): Hub {
  const folder = temporaryFolder()
  const hub = createHub({
    rendererFolder: folder,
    threadsFolder,
    identityFolder,
    loopbackOnly: true,
    port,
    firstRetry: 20,
  })
  onTestFinished(() => hub.shutDown())
  return hub
}

export interface Host {
  readonly hub: Hub
  readonly path: string
  readonly place: RoomPlace
  readonly code: string
  readonly window: Replica
}

/** Hosts a new board, or the one at `path` at the port where it was before, by `rules` from its first moment. */
export async function hostRoom(
  path = join(temporaryFolder(), 'board.ground'),
  port?: number,
  rules?: RoomRules,
): Promise<Host> {
  const at = port ?? (await freePort())
  // Beside the board: a host that comes back is the same installation.
  const hub = newHub(at, dirname(path))
  const opened = unwrap(
    port === undefined
      ? await hub.create(path, { title: 'Fernley', place: 'Here', language: 'en' })
      : await hub.open(path),
  )
  const { code, print } = unwrap(await hub.openRoom(path, undefined, rules))
  const credential = { kind: 'token', token: opened.token } as const
  const window = await isLive(
    connectTo({ url: opened.url, credential }, { name: 'Ruth', side: 'facilitator' }),
  )
  return { hub, path, place: { host: '127.0.0.1', port: at, print }, code, window }
}

export interface Joined {
  readonly hub: Hub
  readonly folder: string
  readonly path: string
  /** As windows of this computer reach its hub. */
  readonly address: HubAddress
  readonly window: Replica
}

/** Joins a room from another installation. */
export async function joinFrom(
  { place, code }: Pick<Host, 'place' | 'code'>,
  folder = temporaryFolder(),
): Promise<Joined> {
  const hub = newHub()
  const { path, url, token, joined } = unwrap(await hub.join(folder, { place, code, greeting: GREETING }))
  expect(joined?.host).toBe('127.0.0.1')
  const address = { url, credential: { kind: 'token', token } } as const
  const window = await isLive(connectTo(address, { side: 'facilitator' }))
  await until(window.isAway, (isAway) => !isAway)
  return { hub, folder, path, address, window }
}

/** Opens a copy at an app that was started anew. */
export async function openAgain(path: string) {
  const hub = newHub()
  const { url, token } = unwrap(await hub.open(path))
  return { hub, window: await isLive(connectTo({ url, credential: { kind: 'token', token } })) }
}

/** A guest in a browser that stays open. */
export const openTab = ({ place, code }: Pick<Host, 'place' | 'code'>, name: string) =>
  isLive(
    connectTo({ url: `ws://127.0.0.1:${place.port}/sync`, credential: { kind: 'code', code } }, { name }),
  )

/** Opens the room at a desktop that was in it, once that has noticed that the host is gone. */
export async function takeOver({ hub, path, window }: Joined) {
  await until(window.isAway, Boolean)
  const invitation = unwrap(await hub.openRoom(path))
  await until(window.me, (me) => me?.role === 'facilitator')
  return invitation
}
