import { copyFileSync } from 'node:fs'
import { join } from 'node:path'
import fc from 'fast-check'
import { expect, test } from 'vitest'
import * as Y from 'yjs'
import { readAll } from '#shared/board/records'
import { changeIdea, readIdea } from '#shared/room/oneTwoFourAll'
import type { RoundOrder } from '#shared/room/round'
import { encodeControl, encodeSealed } from '#shared/sync/messages'
import { type HiddenWriter, hiddenWriter, roundOf } from '../../../../support/hiddenWriter'
import type { RawGuest } from '../../../../support/rawGuest'
import {
  cuttableLines,
  isLive,
  openTestRoom,
  until,
  untilDocument,
  unwrap,
} from '../../../../support/realHub'

const order = (guest: RawGuest, said: RoundOrder) => guest.send(encodeControl({ say: 'round', order: said }))
const SETTINGS = {
  kind: 'oneTwoFourAll' as const,
  ms: 60_000,
  later: [60_000, 60_000, 60_000] as [number, number, number],
  question: '',
}

test('a four’s idea is the four’s alone until the end, outlives the hub, and is an idea on the wall then', async () => {
  const room = await openTestRoom()
  const host = await hiddenWriter(room.host)
  const guests = await Promise.all(
    Array.from({ length: 8 }, (_, at) => hiddenWriter(room.guest, { name: `Guest ${at}` })),
  )
  order(host, { do: 'begin', settings: SETTINGS })
  const { id: round } = await roundOf(host)
  order(host, { do: 'next', round })
  order(host, { do: 'next', round })
  const [first] = guests
  if (!first) throw new Error('nobody came')
  const { shown, document } = await roundOf(first, ({ circle }) => circle === 'fours')
  const mates = ('mates' in shown && shown.mates) || []
  expect(mates).toHaveLength(3)
  const name = document ?? ''
  first.changes(name, (doc) => changeIdea(doc, 'Zebraquartz lamps'))
  for (const guest of guests) {
    const { me } = await guest.hears('welcome')
    const isMate = guest === first || mates.some(({ person }) => person === me.person)
    const told = await roundOf(guest, ({ kept }) => kept === 1)
    expect(told.shown).toMatchObject({ fours: 2 })
    expect(told.document === name).toBe(isMate)
    // Whoever asks for what is not theirs is told nothing.
    guest.send(encodeSealed(name, 0, { step: 'vector', bytes: Uint8Array.of(0) }))
    await isRead(guest)
    if (isMate) expect(readIdea(heldBy(guest, name))).toBe('Zebraquartz lamps')
    else expect(Buffer.concat(guest.arrived.map(({ bytes }) => bytes)).includes('Zebra')).toBe(false)
  }
  await room.hub.close(room.path)
  const left = join(room.folder, 'left.ground')
  copyFileSync(room.path, left)
  const { url, token } = unwrap(await room.hub.open(left))
  const credential = { kind: 'token', token } as const
  const back = await hiddenWriter({ url, credential })
  expect((await roundOf(back)).shown).toMatchObject({ circle: 'fours', kept: 1 })
  order(back, { do: 'end', round, at: [0, 0] })
  const replica = await isLive(room.connect({ url, credential }))
  await untilDocument(replica, () => readAll(replica.doc, 'cards').length === 1)
  expect(readAll(replica.doc, 'cards')[0]).toMatchObject({ type: 'idea', text: 'Zebraquartz lamps' })
})

test('whatever mates type into their idea at the same time, with lines that drop, all of them end with the same words', async () => {
  await fc.assert(
    fc.asyncProperty(fc.array(stroke, { minLength: 5, maxLength: 30 }), async (strokes) => {
      const room = await openTestRoom()
      const host = await isLive(room.connect(room.host))
      const lines = [cuttableLines(), cuttableLines(), cuttableLines()]
      const mates = await Promise.all(lines.map((line) => isLive(room.connect(room.guest, {}, line))))
      host.rounds.order({ do: 'begin', settings: SETTINGS })
      const round = (await until(host.rounds.running, (now) => now !== null))?.id ?? ''
      for (let step = 0; step < 2; step++) host.rounds.order({ do: 'next', round })
      const docs: Y.Doc[] = []
      for (const { rounds } of mates) {
        const doc = await until(rounds.mine, (now) => now !== null)
        if (doc) docs.push(doc)
      }
      const letters = new Map<number, number>()
      for (const { who, at, isCut } of strokes) {
        const doc = docs[who]
        if (!doc) continue
        if (isCut) lines[who]?.cut()
        const idea = readIdea(doc)
        const place = at % (idea.length + 1)
        changeIdea(doc, idea.slice(0, place) + 'abc'.charAt(who) + idea.slice(place))
        letters.set(who, (letters.get(who) ?? 0) + 1)
        if (at % 3 === 0) await new Promise((resolve) => setImmediate(resolve))
      }
      const isWhole = (doc: Y.Doc) =>
        [...letters].every(([who, count]) => readIdea(doc).split('abc'.charAt(who)).length - 1 === count)
      for (const doc of docs) await untilDocument({ doc }, () => isWhole(doc))
      for (const { rounds } of mates) await until(rounds.isKept, Boolean)
      expect(new Set(docs.map(readIdea)).size).toBe(1)
      const [idea = ''] = docs.map(readIdea)
      host.rounds.order({ do: 'end', round })
      await untilDocument(host, () => readAll(host.doc, 'cards').some(({ text }) => text === idea))
      for (const replica of [host, ...mates]) replica.dispose()
      await room.hub.shutDown()
    }),
    { numRuns: 6 },
  )
})

const stroke = fc.record({ who: fc.nat(2), at: fc.nat(60), isCut: fc.boolean() })

/** Resolves once the hub has read everything that this client said until now. */
async function isRead(guest: HiddenWriter): Promise<void> {
  const from = guest.told.length
  guest.send(
    encodeControl({ say: 'ask', round: 'none', ask: { kind: 'oneTwoFourAll', asks: { do: 'join' } } }),
  )
  await guest.finds(({ told }) => told.slice(from).find((said) => said.say === 'round'))
}

/** What the hub has sent of a document. */
function heldBy(guest: HiddenWriter, name: string): Y.Doc {
  const doc = new Y.Doc()
  for (const { message } of guest.arrived)
    if (message?.kind === 'sealed' && message.round === name && message.sync.step !== 'vector')
      Y.applyUpdate(doc, message.sync.bytes)
  return doc
}
