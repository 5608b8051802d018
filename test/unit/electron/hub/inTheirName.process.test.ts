import { copyFileSync } from 'node:fs'
import { expect, test } from 'vitest'
import * as Y from 'yjs'
import { addCard, deleteCards } from '#shared/board/actions/cards'
import { keepOutcome } from '#shared/board/actions/outcomes'
import { putPerson } from '#shared/board/actions/people'
import { reactionId, toggleReaction } from '#shared/board/actions/reactions'
import { castVote, toggleVote } from '#shared/board/actions/votes'
import { changeRecord, readAll, readRecord, rootOf, storedRecord, storeRecord } from '#shared/board/records'
import { forger } from '../../../support/forger'
import { hostRoom, openTab, wordsOf, write, writerOf } from '../../../support/joined'
import { isLive, isSaved, openTestRoom, untilDocument } from '../../../support/realHub'

const as = (doc: Y.Doc, person: string) => ({ doc, person, origin: null, now: () => 1 })

/** A room with Amal, a card of hers, and somebody whose client keeps to no rule. */
async function withMallory() {
  const room = await openTestRoom()
  const host = await isLive(room.connect(room.host))
  const amal = await isLive(room.connect(room.guest, { name: 'Amal' }))
  const writer = writerOf(amal)
  const card = addCard(writer, { type: 'note', text: 'Shade at the bus stop' })
  toggleVote(writer, card)
  toggleReaction(writer, card, 'heart')
  await isSaved(amal)
  await untilDocument(host, () => readAll(host.doc, 'reactions').length === 1)
  const mallory = await forger(room.guest.url, room.guest.credential, host.doc)
  return { room, host, amal, person: writer.person, card, mallory }
}

test.each(['update', 'difference'] as const)(
  'a card that somebody makes in another name (%s) is their own for everybody',
  async (step) => {
    const { host, amal, person, mallory } = await withMallory()
    let [forged, twice] = ['', '']
    mallory.sends((doc) => {
      forged = addCard(as(doc, person), { type: 'note', text: 'I never said that' })
      twice = addCard(as(doc, mallory.person), { type: 'note', text: 'nor that' })
      changeRecord(doc, 'cards', twice, { made: { by: person, at: 1 } })
    }, step)
    await mallory.isTaken(amal)
    await mallory.isTaken(host)
    for (const { doc } of [host, amal]) {
      expect(readRecord(doc, 'cards', forged)).toMatchObject({ made: { by: mallory.person, at: 1 } })
      expect(readRecord(doc, 'cards', twice)?.made.by).toBe(mallory.person)
    }
  },
)

test('coming back does not let anybody bring cards in another name when no other hub has held the room', async () => {
  const { room, amal, person, mallory } = await withMallory()
  mallory.guest.send(new Uint8Array([250]))
  await mallory.guest.ended
  const again = await forger(room.guest.url, { kind: 'token', token: mallory.token }, amal.doc)
  expect(again.person).toBe(mallory.person)
  again.sends((doc) => addCard(as(doc, person), { type: 'note', text: 'from before' }), 'difference')
  await again.isTaken(amal)
  expect(readAll(amal.doc, 'cards').find(({ text }) => text === 'from before')?.made.by).toBe(mallory.person)
})

type Forgery = (doc: Y.Doc, card: string, amal: string, mallory: string) => void
test.each<[string, Forgery]>([
  [
    'says that somebody else made a card',
    (doc, card, _, by) => changeRecord(doc, 'cards', card, { made: { by, at: 1 } }),
  ],
  ['says that nobody made it', (doc, card) => storedRecord(doc, 'cards', card)?.delete('made')],
  ['takes it out of the document', (doc, card) => rootOf(doc, 'cards').delete(card)],
  [
    'puts another one in its place',
    (doc, card, by) => storeRecord(doc, 'cards', card, { made: { by, at: 1 } }),
  ],
  ['puts something that is no card there', (doc, card) => rootOf(doc, 'cards').set(card, 'nothing')],
  ['takes somebody out of the list of people', (doc, _, amal) => rootOf(doc, 'people').delete(amal)],
  ['takes back a vote of theirs', (doc, card, amal) => toggleVote(as(doc, amal), card)],
  [
    'takes back an answer of theirs',
    (doc, card, amal) =>
      changeRecord(doc, 'reactions', reactionId(card, amal, 'heart'), { del: true, gone: 1 }),
  ],
  [
    'says what came of a round',
    (doc) => keepOutcome(as(doc, ''), { round: 'vote', question: 'Which?', counts: [9], people: 9 }),
  ],
])('whoever %s is sent out, and nothing of it is taken in', async (_, forge) => {
  const { host, amal, person, card, mallory } = await withMallory()
  const names = ['cards', 'votes', 'reactions', 'outcomes'] as const
  const boards = () => names.map((name) => [name, rootOf(host.doc, name).toJSON()])
  const whole = boards()
  mallory.sends((doc) => forge(doc, card, person, mallory.person))
  expect(await mallory.isRejected()).toBe('noPermission')
  await isSaved(amal)
  expect(boards()).toEqual(whole)
  expect(readRecord(host.doc, 'people', person)?.name).toBe('Amal')
})

test('nobody writes in the place of what somebody else writes next', async () => {
  const { host, amal, mallory } = await withMallory()
  mallory.sends((doc) => {
    doc.clientID = amal.doc.clientID
    addCard(as(doc, mallory.person), { type: 'note', text: 'in her place' })
  })
  expect(await mallory.isRejected()).toBe('noPermission')
  write(amal, 'hers')
  await isSaved(amal)
  await untilDocument(host, () => wordsOf(host).includes('hers'))
  expect(wordsOf(host)).not.toContain('in her place')
})

test('nobody renames another person, but everybody those whom they noted themselves', async () => {
  const { host, amal, person, mallory } = await withMallory()
  mallory.sends((doc) => {
    putPerson(as(doc, mallory.person), person, { name: 'Nobody', pseudonym: 'a fool', side: 'politician' })
    putPerson(as(doc, mallory.person), 'grandmother', { name: 'Nana' })
  })
  mallory.sends((doc) => putPerson(as(doc, mallory.person), 'grandmother', { name: 'Nana Jo' }))
  await mallory.isTaken(amal)
  await mallory.isTaken(host)
  for (const { doc } of [host, amal]) {
    expect(readRecord(doc, 'people', person)).toMatchObject({ name: 'Amal', pseudonym: '', side: 'resident' })
    expect(readRecord(doc, 'people', 'grandmother')?.name).toBe('Nana Jo')
  }
})

test('votes and answers in another name count once, for whoever gave them', async () => {
  const { host, card, mallory } = await withMallory()
  mallory.sends((doc) => {
    for (const by of ['sam', 'lina', 'noor']) castVote(as(doc, by), card, by)
    for (const by of ['sam', 'lina']) toggleReaction(as(doc, by), card, 'heart')
  })
  await mallory.isTaken(host)
  const given = (name: 'votes' | 'reactions') =>
    readAll(host.doc, name).filter(({ by }) => by === mallory.person)
  expect(readAll(host.doc, 'votes')).toHaveLength(2)
  expect(given('votes')).toHaveLength(1)
  expect(readAll(host.doc, 'reactions')).toHaveLength(2)
  expect(given('reactions')).toHaveLength(1)
})

test('however a client writes them down, one person has one vote for a card and one answer of a sign', async () => {
  const { host, card, mallory } = await withMallory()
  const mine = { card, by: mallory.person, made: { by: mallory.person, at: 1 } }
  mallory.sends((doc) => {
    for (const id of ['one', 'two', 'three']) {
      storeRecord(doc, 'votes', id, mine)
      storeRecord(doc, 'reactions', id, { ...mine, sign: 'heart' })
    }
    castVote(as(doc, mallory.person), 'another', mallory.person)
  })
  await mallory.isTaken(host)
  const votes = () => readAll(host.doc, 'votes').filter(({ by }) => by === mallory.person)
  expect(votes().map((vote) => vote.card)).toEqual(expect.arrayContaining([card, 'another']))
  expect(votes()).toHaveLength(2)
  expect(readAll(host.doc, 'reactions').filter(({ by }) => by === mallory.person)).toHaveLength(1)
  mallory.sends((doc) => changeRecord(doc, 'votes', `another:${mallory.person}`, { card }))
  expect(await mallory.isRejected()).toBe('noPermission')
  expect(votes().filter((vote) => vote.card === card)).toHaveLength(1)
})

test('what an honest guest does, takes back and does again is taken in', async () => {
  const room = await openTestRoom()
  const host = await isLive(room.connect(room.host))
  const amal = await isLive(room.connect(room.guest, { name: 'Amal' }))
  const writer = writerOf(amal)
  const roots = (['cards', 'votes', 'reactions'] as const).map((name) => rootOf(amal.doc, name))
  const undo = new Y.UndoManager(roots, { trackedOrigins: new Set([null]), captureTimeout: 0 })
  const theirs = write(host, 'the room’s')
  await untilDocument(amal, () => wordsOf(amal).includes('the room’s'))
  const card = write(amal, 'mine')
  toggleVote(writer, theirs)
  toggleReaction(writer, theirs, 'heart')
  toggleVote(writer, theirs)
  toggleVote(writer, theirs)
  deleteCards(writer, [card, theirs])
  const steps = undo.undoStack.length
  const whole = rootOf(amal.doc, 'cards').toJSON()
  for (let step = 0; step < steps; step++) undo.undo()
  expect(rootOf(amal.doc, 'cards').size).toBe(1)
  await isSaved(amal)
  for (let step = 0; step < steps; step++) undo.redo()
  await isSaved(amal)
  expect(rootOf(amal.doc, 'cards').toJSON()).toEqual(whole)
  await untilDocument(host, () => readRecord(host.doc, 'cards', card)?.del === true)
  expect(readAll(host.doc, 'votes')).toMatchObject([{ by: writer.person, card: theirs }])
  expect(rootOf(host.doc, 'cards').toJSON()).toEqual(whole)
  expect(amal.connection.get().state).toBe('live')
})

test('what a hub that died had not saved comes back from others in the name of whoever wrote it', async () => {
  const host = await hostRoom()
  const amal = await openTab(host, 'Amal')
  const sam = await openTab(host, 'Sam')
  await isSaved(amal)
  const earlier = `${host.path}.earlier`
  await host.hub.close(host.path)
  copyFileSync(host.path, earlier)
  await host.hub.shutDown()
  const second = await hostRoom(host.path, host.place.port)
  for (const tab of [amal, sam]) await isLive(tab)
  write(sam, 'lost by the hub')
  await untilDocument(amal, () => wordsOf(amal).includes('lost by the hub'))
  const { person } = writerOf(sam)
  sam.dispose()
  await second.hub.shutDown()
  copyFileSync(earlier, host.path)
  const third = await hostRoom(host.path, host.place.port)
  await untilDocument(third.window, () => wordsOf(third.window).includes('lost by the hub'))
  expect(readAll(third.window.doc, 'cards').map(({ made }) => made.by)).toEqual([person])
})
