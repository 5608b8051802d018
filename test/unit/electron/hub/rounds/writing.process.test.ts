import { copyFileSync } from 'node:fs'
import { join } from 'node:path'
import { expect, test } from 'vitest'
import { readAll } from '#shared/board/records'
import type { RoundOrder } from '#shared/room/round'
import { encodeControl, encodeSealed } from '#shared/sync/messages'
import { openBoardFile } from '../../../../../electron/files/boardFile'
import { type HiddenWriter, hiddenWriter, roundOf } from '../../../../support/hiddenWriter'
import {
  isLive,
  isSaved,
  openTestRoom,
  type TestRoom,
  until,
  untilDocument,
  unwrap,
} from '../../../../support/realHub'
import { placesOfWords } from '../../../../support/wordsInFile'

const BEGIN: RoundOrder = {
  do: 'begin',
  settings: { kind: 'writing', ms: 300_000, question: 'What would make the lane safer?' },
}
const order = (guest: HiddenWriter, said: RoundOrder) =>
  guest.send(encodeControl({ say: 'round', order: said }))

/** A room with a facilitator, two guests and a round under way. */
async function writingRoom() {
  const room = await openTestRoom()
  const host = await hiddenWriter(room.host)
  const [amal, sam] = [await hiddenWriter(room.guest), await hiddenWriter(room.guest)]
  order(host, BEGIN)
  const { id } = await roundOf(amal)
  return { room, host, amal, sam, round: id }
}
const tokenOf = async (guest: HiddenWriter) => (await guest.hears('welcome')).token
const again = async (room: TestRoom, guest: HiddenWriter) =>
  hiddenWriter({ ...room.guest, credential: { kind: 'token', token: await tokenOf(guest) } })

test('what a person writes reaches no socket but their own, not even the facilitator’s, until the reveal', async () => {
  const { room, host, amal, sam, round } = await writingRoom()
  const projector = await hiddenWriter(room.host, { watch: true })
  const second = await again(room, amal)
  await amal.writes(round, 'Lamps by the underpass')
  expect(await second.catchesUp(round)).toEqual(['Lamps by the underpass'])
  await sam.writes(round, 'Benches')
  for (const other of [host, sam, projector]) {
    await roundOf(other, ({ cards }) => cards === 2)
    const heard = Buffer.concat(other.arrived.map(({ bytes }) => bytes))
    expect(heard.includes('Lamps')).toBe(false)
    expect(await roundOf(other)).toMatchObject({ shown: { people: 2, cards: 2 } })
  }
  expect(Buffer.concat(amal.arrived.map(({ bytes }) => bytes)).includes('Benches')).toBe(false)
})

test('the reveal puts every card on the wall at once, in its author’s name, on nothing, and takes the sealed part away', async () => {
  const { room, host, amal, sam, round } = await writingRoom()
  await amal.writes(round, 'Lamps')
  await amal.writes(round, 'A crossing')
  await sam.writes(round, 'Benches')
  const replica = await isLive(room.connect(room.host))
  let transactions = 0
  replica.doc.on('update', () => transactions++)
  order(host, { do: 'end', round, at: [1000, 500] })
  await until(replica.rounds.running, (now) => now === null)
  await untilDocument(replica, () => readAll(replica.doc, 'cards').length === 3)
  expect(transactions).toBe(1)
  const cards = readAll(replica.doc, 'cards')
  const authors = await Promise.all(
    [amal, sam].map(async (guest) => (await guest.hears('welcome')).me.person),
  )
  expect(cards.map(({ text, made }) => [text, made.by]).sort()).toEqual([
    ['A crossing', authors[0]],
    ['Benches', authors[1]],
    ['Lamps', authors[0]],
  ])
  await isSaved(replica)
  await room.hub.close(room.path)
  const { file, contents } = unwrap(openBoardFile(room.path))
  file.release()
  expect(contents.sealed).toEqual([])
})

test('a hub that dies in the middle goes on with the round, its time and everybody’s cards', async () => {
  const { room, amal, round } = await writingRoom()
  await amal.writes(round, 'Lamps')
  // As the disk has it in the moment of the crash.
  const left = join(room.folder, 'left.ground')
  copyFileSync(room.path, left)
  const opened = unwrap(await room.hub.open(left))
  const host = await hiddenWriter({ url: opened.url, credential: { kind: 'token', token: opened.token } })
  const running = await roundOf(host)
  expect(running).toMatchObject({ id: round, shown: { kind: 'writing', people: 1, cards: 1 } })
  expect(running.time?.whole).toBe(300_000)
  expect(running.time?.left).toBeGreaterThan(280_000)
  order(host, { do: 'end', round })
  const replica = await isLive(
    room.connect({ url: opened.url, credential: { kind: 'token', token: opened.token } }),
  )
  await untilDocument(replica, () => readAll(replica.doc, 'cards').some(({ text }) => text === 'Lamps'))
})

test('a round in which something could be lost is not replaced by another, and its time can be lengthened', async () => {
  const { host, amal, round } = await writingRoom()
  order(host, { do: 'begin', settings: { kind: 'timer', ms: 60_000 } })
  order(host, { do: 'addTime', round, ms: 60_000 })
  const now = await amal.finds(({ told }) => {
    const last = told.findLast((said) => said.say === 'round')
    return last?.say === 'round' && last.round?.time?.whole === 360_000 ? last.round : undefined
  })
  expect(now.id).toBe(round)
})

test('in a cancelled round nothing is lost: each person has their cards until they let go of them, and nobody else', async () => {
  const { room, host, amal, sam, round } = await writingRoom()
  await amal.writes(round, 'Lamps')
  order(host, { do: 'cancel', round })
  const left = await amal.finds(({ told }) => {
    const last = told.findLast((said) => said.say === 'leftovers')
    return last?.say === 'leftovers' ? last.rounds[0] : undefined
  })
  expect(left).toMatchObject({ round, settings: { question: 'What would make the lane safer?' } })
  await amal.writes(round, 'One that was on its way')
  await sam.finds(({ told }) => told.find((said) => said.say === 'round' && said.round === null))
  expect(sam.told.every((said) => said.say !== 'leftovers' || said.rounds.length === 0)).toBe(true)

  await room.hub.close(room.path)
  const opened = unwrap(await room.hub.open(room.path))
  unwrap(await room.hub.openRoom(room.path))
  const url = opened.url
  const back = await hiddenWriter({ url, credential: { kind: 'token', token: await tokenOf(amal) } })
  expect(await back.catchesUp(round)).toEqual(['Lamps', 'One that was on its way'])
  const other = await hiddenWriter({ url, credential: { kind: 'token', token: await tokenOf(sam) } })
  other.send(encodeControl({ say: 'letGo', round }))
  expect(await other.catchesUp(round)).toEqual([])
  expect(await back.catchesUp(round)).toEqual(['Lamps', 'One that was on its way'])
  back.send(encodeControl({ say: 'letGo', round }))
  await back.finds(({ told }) => {
    const last = told.findLast((said) => said.say === 'leftovers')
    return last?.say === 'leftovers' && last.rounds.length === 0 ? last : undefined
  })
  await room.hub.close(room.path)
  const { file, contents } = unwrap(openBoardFile(room.path))
  file.release()
  expect(contents.sealed).toEqual([])
})

test.each([
  ['writes', encodeSealed('round', 1, { step: 'update', bytes: new Uint8Array() })],
  ['reads', encodeSealed('round', 0, { step: 'vector', bytes: Uint8Array.of(0) })],
  ['asks', encodeControl({ say: 'ask', round: 'round', ask: { kind: 'writing', isDone: true } })],
  ['lets go', encodeControl({ say: 'letGo', round: 'round' })],
])('an observer who %s in a round is sent away', async (_, message) => {
  const { room } = await writingRoom()
  for (const way of [room.host, room.guest]) {
    const observer = await hiddenWriter(way, { watch: true })
    observer.send(message)
    expect(await observer.hears('rejected')).toEqual({ say: 'rejected', code: 'noPermission' })
    await observer.ended
  }
})

test('while the room may only look guests write and ask nothing in a round, and the facilitator may', async () => {
  const { room, host, amal, round } = await writingRoom()
  unwrap(room.hub.leadRoom(room.path, { do: 'readOnly', isOn: true }))
  await amal.finds(({ told }) => told.find((said) => said.say === 'readOnly' && said.isOn))
  amal.send(encodeControl({ say: 'ask', round, ask: { kind: 'writing', isDone: true } }))
  amal.sends(round, 'Lamps')
  await host.writes(round, 'Benches')
  expect((await roundOf(host, ({ cards }) => cards === 1)).shown).toMatchObject({ cards: 1, done: 0 })
  unwrap(room.hub.leadRoom(room.path, { do: 'readOnly', isOn: false }))
  await amal.finds(({ told }) => told.findLast((said) => said.say === 'readOnly' && !said.isOn))
  amal.sends(round, 'Later')
  await roundOf(host, ({ cards }) => cards === 3)
})

test('who says that they are done is counted, told so, and remembered', async () => {
  const { room, host, amal, sam, round } = await writingRoom()
  amal.send(encodeControl({ say: 'ask', round, ask: { kind: 'writing', isDone: true } }))
  expect((await roundOf(host, ({ done }) => done === 1)).shown).toMatchObject({ isDone: false })
  expect((await roundOf(await again(room, amal))).shown).toMatchObject({ done: 1, isDone: true })
  expect((await roundOf(await again(room, sam))).shown).toMatchObject({ done: 1, isDone: false })
})

test('a purge takes a person’s hidden words too, from the file by every byte and from their round', async () => {
  const { room, host, amal, sam, round } = await writingRoom()
  await amal.writes(round, 'Zebraquartz')
  await sam.writes(round, 'Benches')
  expect(placesOfWords(room.path, 'Zebraquartz')).not.toEqual([])
  const { me } = await amal.hears('welcome')
  unwrap(await room.hub.purge(room.path, { kind: 'person', id: me.person }))
  expect(placesOfWords(room.path, 'Zebraquartz')).toEqual([])
  await roundOf(host, ({ cards }) => cards === 1)
  order(host, { do: 'end', round })
  const replica = await isLive(room.connect(room.host))
  await untilDocument(replica, () => readAll(replica.doc, 'cards').length > 0)
  expect(readAll(replica.doc, 'cards').map(({ text }) => text)).toEqual(['Benches'])
})

test('a purge takes the words of a cancelled round too, its question when they asked it, and leaves what others have', async () => {
  const { room, host, amal, sam, round } = await writingRoom()
  await amal.writes(round, 'Zebraquartz')
  await sam.writes(round, 'Benches')
  order(host, { do: 'cancel', round })
  const leftOf = (guest: HiddenWriter) =>
    guest.finds(({ told }) => {
      const last = told.findLast((said) => said.say === 'leftovers')
      return last?.say === 'leftovers' ? last.rounds[0] : undefined
    })
  await leftOf(amal)
  const { me } = await amal.hears('welcome')
  unwrap(await room.hub.purge(room.path, { kind: 'person', id: me.person }))
  expect(placesOfWords(room.path, 'Zebraquartz')).toEqual([])
  const asked = (await host.hears('welcome')).me.person
  unwrap(await room.hub.purge(room.path, { kind: 'person', id: asked }))
  expect(placesOfWords(room.path, 'What would make the lane safer?')).toEqual([])
  const back = await again(room, sam)
  expect(await back.catchesUp(round)).toEqual(['Benches'])
})

test('who changes what they hide without end is slowed down, and nothing of it is lost', async () => {
  const { amal, sam, round } = await writingRoom()
  const begun = performance.now()
  for (let change = 1; change <= 330; change++) amal.sends(round, `word ${change}`)
  await sam.writes(round, 'meanwhile')
  await amal.finds(({ told }) => told.find((said) => said.say === 'sealed' && said.through >= 330))
  expect(performance.now() - begun).toBeGreaterThan(1_000)
  expect(await amal.catchesUp(round)).toHaveLength(330)
})
