import 'fake-indexeddb/auto'
import fc from 'fast-check'
import { expect, test } from 'vitest'
import { WebSocket } from 'ws'
import * as Y from 'yjs'
import { addCard, deleteCards, moveCards, tintCards, writeCard } from '#shared/board/actions/cards'
import { readAll, rootOf } from '#shared/board/records'
import { encodeControl, encodeSync } from '#shared/sync/messages'
import { PROTOCOL_VERSION } from '#shared/sync/protocol'
import { openBoardFile } from '../../electron/files/boardFile'
import { unpackDocument } from '../../electron/files/document'
import type { Replica } from '../../renderer/board/replica'
import type { HubAddress } from '../../renderer/platform/platform'
import { openUnsentStore } from '../../renderer/platform/unsentStore'
import { canonical } from '../support/canonical'
import { cuttableLines, isLive, isSaved, openTestRoom, untilDocument, unwrap } from '../support/realHub'

const action = fc.record({
  who: fc.nat(2),
  what: fc.constantFrom('add', 'write', 'move', 'tint', 'delete', 'cut', 'reload', 'breathe'),
  which: fc.nat(),
  text: fc.string({ maxLength: 12 }),
})

test('whatever people do while lines drop and pages are reloaded, nothing typed is lost, all end with the same board, and so does the file', async () => {
  await fc.assert(
    fc.asyncProperty(fc.array(action, { minLength: 10, maxLength: 60 }), async (actions) => {
      const room = await openTestRoom()
      const lines = [cuttableLines(), cuttableLines(), cuttableLines()]
      const open = async (at: number, address: HubAddress) => {
        const unsent = at === 0 ? undefined : openUnsentStore(`${room.folder} ${at}`)
        // Nobody types before the page has been there for a moment.
        await unsent?.hasAny()
        return isLive(room.connect(address, {}, lines[at], unsent))
      }
      const replicas = await Promise.all(lines.map((_, at) => open(at, at === 0 ? room.host : room.guest)))
      const made: string[] = []
      for (const { who, what, which, text } of actions) {
        const replica = replicas[who]
        if (!replica) continue
        const writer = { doc: replica.doc, person: '', origin: null, now: () => 1 }
        const cards = readAll(replica.doc, 'cards')
        const id = cards[which % Math.max(1, cards.length)]?.id
        if (what === 'cut') lines[who]?.cut()
        else if (what === 'reload') {
          // The host's own window lives as long as the hub.
          if (who === 0) continue
          lines[who]?.cut()
          replica.dispose()
          replicas[who] = await open(who, {
            ...room.guest,
            credential: { kind: 'token', token: replica.token() },
          })
        } else if (what === 'breathe') await new Promise((resolve) => setImmediate(resolve))
        else if (what === 'add' || id === undefined) made.push(addCard(writer, { type: 'note', text }))
        else if (what === 'write') writeCard(writer, id, text)
        else if (what === 'move') moveCards(writer, [id], [which % 100, 1])
        else if (what === 'tint') tintCards(writer, [id], 'rose')
        else deleteCards(writer, [id])
      }
      // Everybody's last word has reached everybody once each one's marker has.
      const markers = replicas.map(({ doc }, at) =>
        addCard({ doc, person: '', origin: null, now: () => 1 }, { type: 'note', text: `last ${at}` }),
      )
      const hasAll = ({ doc }: Replica) => markers.every((id) => rootOf(doc, 'cards').has(id))
      await Promise.all(replicas.map((replica) => untilDocument(replica, () => hasAll(replica))))
      await Promise.all(replicas.map(isSaved))
      for (const { doc } of replicas) expect(made.filter((id) => !rootOf(doc, 'cards').has(id))).toEqual([])
      const [first, ...others] = replicas.map(({ doc }) => canonical(doc))
      for (const other of others) expect(other).toBe(first)
      await room.hub.close(room.path)
      const { file, contents } = unwrap(openBoardFile(room.path))
      const doc = unwrap(unpackDocument(contents))
      file.close()
      expect(canonical(doc)).toBe(first)
      for (const replica of replicas) replica.dispose()
      await room.hub.shutDown()
    }),
    { numRuns: 8 },
  )
})

test('no noise on a socket brings the hub down', async () => {
  const room = await openTestRoom()
  const host = await isLive(room.connect(room.host))
  const hello = encodeControl({
    say: 'hello',
    protocol: PROTOCOL_VERSION,
    credential: { kind: 'code', code: room.code },
    name: '',
    side: 'resident',
    languages: [],
  })
  const noise = fc.oneof(
    fc.uint8Array({ maxLength: 100 }),
    fc
      .tuple(fc.constantFrom(0, 1, 2, 3), fc.uint8Array({ maxLength: 60 }))
      .map(([k, rest]) => Uint8Array.of(k, ...rest)),
    fc.uint8Array({ maxLength: 60 }).map((bytes) => encodeSync(1, { step: 'update', bytes })),
    fc.uint8Array({ maxLength: 60 }).map((bytes) => encodeSync(0, { step: 'vector', bytes })),
    fc.nat(200).map((cut) => {
      const doc = new Y.Doc()
      addCard({ doc, person: '', origin: null, now: () => 1 }, { type: 'note', text: 'cut' })
      return encodeSync(1, { step: 'update', bytes: Y.encodeStateAsUpdate(doc).subarray(0, cut) })
    }),
  )
  await fc.assert(
    fc.asyncProperty(fc.boolean(), fc.array(noise, { maxLength: 5 }), async (isPolite, messages) => {
      await new Promise<void>((resolve) => {
        const socket = new WebSocket(room.guest.url)
        socket.on('error', () => {})
        socket.on('close', () => resolve())
        socket.on('open', () => {
          if (isPolite) socket.send(hello)
          for (const message of messages) socket.send(message)
          socket.close()
        })
      })
    }),
    { numRuns: 8 },
  )
  const id = addCard(
    { doc: host.doc, person: '', origin: null, now: () => 1 },
    { type: 'note', text: 'well' },
  )
  await isSaved(host)
  const late = await isLive(room.connect(room.guest))
  expect(rootOf(late.doc, 'cards').has(id)).toBe(true)
})
