import { existsSync, mkdirSync, readdirSync, rmSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { expect, onTestFinished, test } from 'vitest'
import * as Y from 'yjs'
import { addCard, writeCard } from '#shared/board/actions/cards'
import { describeBoard, writeRootText } from '#shared/board/actions/report'
import { addStory, highlightPassage } from '#shared/board/actions/stories'
import type { Writer } from '#shared/board/actions/writer'
import { proseOf, readAll, readRecord, readSingleton, rootOf, rootText } from '#shared/board/records'
import { failed } from '#shared/failure'
import { openBoardFile } from '../../../../electron/files/boardFile'
import { packDocument, unpackDocument } from '../../../../electron/files/document'
import { takeLock } from '../../../../electron/files/lock'
import { copyBoard } from '../../../../electron/hub/upkeep'
import { renewReplica } from '../../../../renderer/board/renewReplica'
import type { Replica } from '../../../../renderer/board/replica'
import { signal } from '../../../../renderer/board/signal'
import type { HubAddress } from '../../../../renderer/platform/platform'
import { holdsWords } from '../../../support/findWords'
import {
  cuttableLines,
  failureOf,
  isLive,
  isSaved,
  type Lines,
  openTestRoom,
  type TestRoom,
  until,
  untilDocument,
  unwrap,
} from '../../../support/realHub'
import { placesOfWords } from '../../../support/wordsInFile'

const writerOf = (replica: Replica): Writer => ({
  doc: replica.doc,
  person: replica.me.get()?.person ?? '',
  origin: 'own',
  now: () => 1,
})
const personOf = (replica: Replica): string => replica.me.get()?.person ?? ''

/** Opens the room of a board that was opened again. */
async function doorOf({ hub, path }: TestRoom): Promise<HubAddress> {
  const { code, addresses } = unwrap(await hub.openRoom(path))
  return { url: `ws://${new URL(addresses[0]?.url ?? '').host}/sync`, credential: { kind: 'code', code } }
}

/** Puts a fresh copy in the place of an outdated one, as a window does. */
async function renewed(room: TestRoom, old: Replica, lines: Lines = cuttableLines()): Promise<Replica> {
  await until(old.isOutdated, (is) => is)
  const credential = { kind: 'token', token: old.token() } as const
  const fresh = await new Promise<Replica>((resolve) =>
    renewReplica(old, () => room.connect({ ...room.guest, credential }, {}, lines), signal(true), resolve),
  )
  old.dispose()
  return fresh
}

/** A story, and a highlight of its first five letters. */
function tellOfTheRamp(replica: Replica): { readonly story: string; readonly mark: string } {
  const writer = writerOf(replica)
  const story = addStory(writer, {
    title: 'The ramp',
    paragraphs: [{ heading: 0, text: 'it is steep' }],
  })
  return { story, mark: highlightPassage(writer, story, 'text', 0, 5) ?? '' }
}

const holds = (replica: Replica, words: string): boolean =>
  holdsWords(Y.encodeStateAsUpdate(replica.doc), words)

test('a purge is in every window at once, and what a window could still undo comes to nothing', async () => {
  const room = await openTestRoom()
  const host = await isLive(room.connect(room.host, { name: 'Ruth', side: 'facilitator' }))
  const amal = await isLive(room.connect(room.guest, { name: 'Amal Haddad' }))
  const sam = await isLive(room.connect(room.guest, { name: 'Sam' }))
  const hers = addCard(writerOf(amal), { type: 'note', text: 'nobody spoke to me' })
  await untilDocument(sam, () => readRecord(sam.doc, 'cards', hers) !== undefined)
  const his = addCard(writerOf(sam), { type: 'note', text: 'sams own' })
  const undo = new Y.UndoManager(rootOf(sam.doc, 'cards'), { trackedOrigins: new Set(['own']) })
  writeCard(writerOf(sam), hers, '')
  await untilDocument(host, () => readRecord(host.doc, 'cards', his) !== undefined)
  expect(holds(sam, 'nobody spoke')).toBe(true)

  const done = unwrap(await room.hub.purge(room.path, { kind: 'person', id: personOf(amal) }))
  expect(done).toEqual({
    versions: 0,
    mentioning: 0,
    exports: [],
    wasHost: false,
    owed: null,
  })
  await until(sam.isOutdated, (is) => is)
  undo.undo()
  writeCard(writerOf(sam), his, 'sams own, and more')

  const fresh = await renewed(room, sam)
  expect(personOf(fresh)).toBe(personOf(sam))
  expect(holds(fresh, 'nobody spoke')).toBe(false)
  expect(holds(fresh, 'Haddad')).toBe(false)
  expect(readAll(fresh.doc, 'cards').map(({ text }) => text)).toEqual(['sams own, and more'])
  await isSaved(fresh)
  await untilDocument(host, () => readRecord(host.doc, 'cards', his)?.text === 'sams own, and more')
  expect(placesOfWords(room.path, 'nobody spoke')).toEqual([])
})

test('who was away sends what they wrote, takes nothing back that was purged, and starts afresh', async () => {
  const room = await openTestRoom()
  const lines = cuttableLines()
  const host = await isLive(room.connect(room.host, { name: 'Ruth' }))
  const sam = await isLive(room.connect(room.guest, { name: 'Sam' }, lines))
  const { story, mark } = tellOfTheRamp(host)
  const remade = addCard(writerOf(sam), { type: 'insight', text: 'remade later', highlight: mark })
  await untilDocument(sam, () => readRecord(sam.doc, 'highlights', mark) !== undefined)
  await isSaved(sam)
  lines.cut()
  await until(sam.connection, ({ state }) => state === 'offline')
  proseOf(sam.doc, 'stories', story, 'text')?.insert(0, 'late words: ')
  const quoting = addCard(writerOf(sam), { type: 'insight', text: 'quoting it', highlight: mark })
  const own = addCard(writerOf(sam), { type: 'note', text: 'written in the lift' })
  // As an undo and a redo of its making do.
  const again = new Y.UndoManager(rootOf(sam.doc, 'cards'), { trackedOrigins: new Set(['own']) })
  sam.doc.transact(() => rootOf(sam.doc, 'cards').delete(remade), 'own')
  again.undo()
  expect(readRecord(sam.doc, 'cards', remade)?.text).toBe('remade later')

  unwrap(await room.hub.purge(room.path, { kind: 'story', id: story }))
  const fresh = await renewed(room, sam, lines)

  expect(readAll(fresh.doc, 'cards').map(({ id }) => id)).toEqual([own])
  expect(rootOf(fresh.doc, 'cards').has(quoting)).toBe(false)
  await isSaved(fresh)
  await room.hub.close(room.path)
  for (const words of ['it is steep', 'The ramp', 'late words', 'quoting it', 'remade later'])
    expect([words, holds(fresh, words), placesOfWords(room.path, words)]).toEqual([words, false, []])
  expect(placesOfWords(room.path, 'written in the lift')).not.toEqual([])
})

test('what comes back and is taken out again goes from the window that sent it, too', async () => {
  const room = await openTestRoom()
  const host = await isLive(room.connect(room.host, { name: 'Ruth' }))
  const sam = await isLive(room.connect(room.guest, { name: 'Sam' }))
  const { story, mark } = tellOfTheRamp(host)
  await untilDocument(sam, () => readRecord(sam.doc, 'highlights', mark) !== undefined)
  unwrap(await room.hub.purge(room.path, { kind: 'story', id: story }))
  await until(sam.isOutdated, (is) => is)

  const late = addCard(writerOf(sam), { type: 'insight', text: 'quoting it', highlight: mark })
  await untilDocument(sam, () => !rootOf(sam.doc, 'cards').has(late))
  expect(holds(sam, 'quoting it')).toBe(false)
})

test('a person whose words are taken away is put out, cannot come back as themselves, and may join anew', async () => {
  const room = await openTestRoom()
  const amal = await isLive(room.connect(room.guest, { name: 'Amal' }))
  const token = amal.token()
  unwrap(await room.hub.purge(room.path, { kind: 'person', id: personOf(amal) }))
  const put = { state: 'refused', code: 'wordsRemoved' }
  expect(await until(amal.connection, ({ state }) => state === 'refused')).toEqual(put)
  const again = room.connect({ ...room.guest, credential: { kind: 'token', token } }, { name: 'Amal' })
  expect(await until(again.connection, ({ state }) => state === 'refused')).toEqual(put)
  await room.hub.close(room.path)
  expect(placesOfWords(room.path, 'Amal')).toEqual([])
  unwrap(await room.hub.open(room.path))
  const anew = await isLive(room.connect(await doorOf(room), { name: 'A' }))
  expect(personOf(anew)).not.toBe(personOf(amal))
})

test('the file’s bytes hold none of the words: no version, no picture, no earlier generation', async () => {
  const room = await openTestRoom()
  const host = await isLive(room.connect(room.host, { name: 'Ruth' }))
  const amal = await isLive(room.connect(room.guest, { name: 'Amal Haddad', languages: ['ar'] }))
  const card = addCard(writerOf(amal), { type: 'note', text: 'the very first words' })
  await isSaved(amal)
  writeCard(writerOf(amal), card, 'something else instead')
  const story = addStory(writerOf(host), {
    title: 'Her morning',
    teller: personOf(amal),
    paragraphs: [{ heading: 0, text: 'قلت لهم إن المنحدر شديد' }],
  })
  const other = addCard(writerOf(host), { type: 'note', text: 'this one stays' })
  await isSaved(host)
  await isSaved(amal)
  const versions = [packDocument(host.doc)]
  writeCard(writerOf(amal), card, 'only in a version')
  await untilDocument(host, () => readRecord(host.doc, 'cards', card)?.text === 'only in a version')
  versions.push(packDocument(host.doc))
  writeCard(writerOf(amal), card, 'last of all')
  await isSaved(amal)
  unwrap(await room.hub.keepThumbnail(room.path, Buffer.from('a picture of last of all')))
  await room.hub.close(room.path)
  const { file } = unwrap(openBoardFile(room.path))
  for (const [at, packed] of versions.entries())
    unwrap(file.versions.keep(at, { kind: 'named', name: `${at}` }, packed))
  file.close()
  unwrap(await room.hub.open(room.path))
  for (const earlier of ['.bak', '.v1.bak', '.new', '.bak.new'])
    writeFileSync(`${room.path}${earlier}`, 'an earlier something else instead')
  writeFileSync(`${room.path}.txt`, 'somebody’s own notes')
  unwrap(await room.hub.noteExport(room.path, { kind: 'pdf', name: 'Report.pdf' }))
  const words = [
    'the very first words',
    'something else instead',
    'only in a version',
    'last of all',
    'Haddad',
    'Her morning',
    'المنحدر',
  ]
  for (const word of words) expect([word, placesOfWords(room.path, word).length > 0]).toEqual([word, true])

  const done = unwrap(await room.hub.purge(room.path, { kind: 'person', id: personOf(amal) }))

  expect(done).toMatchObject({ versions: 2, exports: [{ kind: 'pdf', name: 'Report.pdf', isGuest: false }] })
  for (const word of words) expect([word, placesOfWords(room.path, word)]).toEqual([word, []])
  for (const earlier of ['.bak', '.v1.bak', '.new', '.bak.new'])
    expect(existsSync(`${room.path}${earlier}`)).toBe(false)
  expect(existsSync(`${room.path}.txt`)).toBe(true)
  await room.hub.close(room.path)
  for (const word of words) expect([word, placesOfWords(room.path, word)]).toEqual([word, []])
  const after = unwrap(openBoardFile(room.path)).file
  const kept = unwrap(after.versions.list()).versions
  expect(kept.map(({ about }) => about)).toEqual(['1', '0'].map((name) => ({ kind: 'named', name })))
  for (const { id } of kept) {
    const doc = unwrap(unpackDocument({ packed: unwrap(after.versions.read(id)).packed, updates: [] }))
    expect(readAll(doc, 'cards').map((one) => one.id)).toEqual([other])
  }
  after.close()
  const opened = unwrap(await room.hub.open(room.path))
  const credential = { kind: 'token', token: opened.token } as const
  const later = await isLive(room.connect({ url: opened.url, credential }))
  expect(readAll(later.doc, 'cards').map(({ id }) => id)).toEqual([other])
  expect(rootOf(later.doc, 'stories').has(story)).toBe(false)
})

test('names go from what versions are called and, where asked for, from the board’s own texts in every version', async () => {
  const room = await openTestRoom()
  const host = await isLive(room.connect(room.host, { name: 'Ruth' }))
  const amal = await isLive(room.connect(room.guest, { name: 'Quillfeather Haddad' }))
  const story = addStory(writerOf(host), {
    title: 'Mornings at Thistleholt',
    teller: personOf(amal),
    paragraphs: [{ heading: 0, text: 'a blackbird nested behind our bins' }],
  })
  await untilDocument(host, () => readRecord(host.doc, 'people', personOf(amal)) !== undefined)
  describeBoard(writerOf(host), { title: 'Quillfeather’s street', place: 'Thistleholt' })
  writeRootText(writerOf(host), 'purpose', 'We heard that a blackbird nested behind our bins, said one.')
  const card = addCard(writerOf(host), { type: 'note', text: 'Ask Quillfeather' })
  await isSaved(host)
  for (const name of ['After Quillfeather told', 'mornings at  THISTLEHOLT, first talk', 'Quite another day'])
    unwrap((await room.hub.versionsOf(room.path)?.keep(name)) ?? failed('missing'))
  const words = [
    'After Quillfeather',
    'THISTLEHOLT',
    'Mornings at',
    'Quillfeather’s street',
    'blackbird nested',
  ]
  for (const word of words) expect([word, placesOfWords(room.path, word).length > 0]).toEqual([word, true])

  const done = unwrap(
    await room.hub.purge(room.path, {
      kind: 'person',
      id: personOf(amal),
      texts: ['title', 'place', 'purpose'],
    }),
  )

  // The card is somebody else’s, and was not ticked.
  expect(done).toMatchObject({ versions: 3, mentioning: 3 })
  for (const word of words) expect([word, placesOfWords(room.path, word)]).toEqual([word, []])
  const { versions } = unwrap((await room.hub.versionsOf(room.path)?.list()) ?? failed('missing'))
  expect(versions.map(({ name }) => name)).toEqual(['Quite another day', '[…], first talk', 'After […] told'])
  await untilDocument(host, () => readSingleton(host.doc, 'meta').title === '[…]’s street')
  expect(readSingleton(host.doc, 'meta').place).toBe('Thistleholt')
  expect(rootText(host.doc, 'purpose').toString()).toBe('We heard that […], said one.')
  expect(readRecord(host.doc, 'cards', card)?.text).toBe('Ask Quillfeather')
  expect(readRecord(host.doc, 'stories', story)).toBeUndefined()

  const also = [{ collection: 'cards' as const, id: card }]
  unwrap(await room.hub.purge(room.path, { kind: 'person', id: personOf(amal), also }))
  expect(placesOfWords(room.path, 'Quillfeather')).toEqual([])
})

test('damaged files beside the board are deleted for good when that is asked for, and nothing else is', async () => {
  const room = await openTestRoom()
  await isLive(room.connect(room.host, { name: 'Ruth' }))
  const copy = 'board (damaged 2026-11-23).ground'
  const another = 'board (damaged 2026-11-24) 2.ground'
  const others = [
    'other (damaged 2026-11-23).ground',
    'board (damaged 2026-11-23).txt',
    'board (damaged).ground',
  ]
  const isThere = (name: string) => existsSync(join(room.folder, name))
  for (const name of [copy, `${copy}.bak`, `${copy}-journal`, another, ...others])
    writeFileSync(join(room.folder, name), 'steep')
  unwrap(await room.hub.noteExport(room.path, { kind: 'ground', name: copy }))
  unwrap(await room.hub.noteExport(room.path, { kind: 'pdf', name: 'Report.pdf' }))

  // Somebody looks at one of them just now.
  const lock = unwrap(takeLock(join(room.folder, another)))
  expect(failureOf(await room.hub.removeDamaged(room.path, [copy, another]))).toBe('boardInUse')
  expect([copy, another].map(isThere)).toEqual([true, true])
  lock.release()

  unwrap(await room.hub.removeDamaged(room.path, [copy, 'board.ground', ...others]))
  expect([copy, `${copy}.bak`, `${copy}-journal`].map(isThere)).toEqual([false, false, false])
  expect(['board.ground', another, ...others].map(isThere)).toEqual([true, true, true, true, true])
  expect(readdirSync(room.folder).filter((name) => name.includes('~lock'))).toEqual(['.~lock.board.ground'])
  expect(unwrap(await room.hub.listExports(room.path)).map(({ name }) => name)).toEqual(['Report.pdf'])
})

test('a window that was away over a closing of the board still learns of the purge', async () => {
  const room = await openTestRoom()
  const host = await isLive(room.connect(room.host, { name: 'Ruth' }))
  const story = addStory(writerOf(host), { title: 'Gone', paragraphs: [{ heading: 0, text: 'words' }] })
  await isSaved(host)
  unwrap(await room.hub.purge(room.path, { kind: 'story', id: story }))
  await room.hub.close(room.path)
  const opened = unwrap(await room.hub.open(room.path))
  const guest = await isLive(room.connect(await doorOf(room)))
  expect(guest.isOutdated.get()).toBe(false)
  // An id from before, in a record of somebody who was away: the file remembers what went.
  const sam = { ...writerOf(guest), doc: guest.doc }
  const quoting = addCard(sam, { type: 'insight', text: 'fresh copies are trusted', from: [story] })
  await isSaved(guest)
  expect(rootOf(guest.doc, 'cards').has(quoting)).toBe(true)
  unwrap(await room.hub.purge(room.path, { kind: 'story', id: story }))
  await until(guest.isOutdated, (is) => is)
  expect(rootOf(guest.doc, 'cards').has(quoting)).toBe(false)
  expect(opened.url).toContain('127.0.0.1')
})

test('a file that cannot be written afresh is told, and it is done as soon as something can be saved', async () => {
  const room = await openTestRoom()
  const host = await isLive(room.connect(room.host, { name: 'Ruth' }))
  const story = addStory(writerOf(host), { title: 'Gone', paragraphs: [{ heading: 0, text: 'steep ramp' }] })
  await isSaved(host)
  const inTheWay = `${room.path}.new`
  mkdirSync(`${inTheWay}/full`, { recursive: true })
  onTestFinished(() => rmSync(inTheWay, { recursive: true, force: true }))
  const done = unwrap(await room.hub.purge(room.path, { kind: 'story', id: story }))
  expect(done).toMatchObject({ versions: 0, owed: expect.any(String) })
  expect(rootOf(host.doc, 'stories').has(story)).toBe(false)
  expect(placesOfWords(room.path, 'steep ramp')).not.toEqual([])
  rmSync(inTheWay, { recursive: true })
  addCard(writerOf(host), { type: 'note', text: 'going on' })
  await isSaved(host)
  await room.hub.close(room.path)
  expect(placesOfWords(room.path, 'steep ramp')).toEqual([])
  expect(placesOfWords(room.path, 'going on')).not.toEqual([])
})

test('words that a kept version only remembers, for an undo, go from it too', async () => {
  const room = await openTestRoom()
  const amal = await isLive(room.connect(room.guest, { name: 'Amal' }))
  const undo = new Y.UndoManager(rootOf(amal.doc, 'cards'), { trackedOrigins: new Set(['own']) })
  const card = addCard(writerOf(amal), { type: 'note', text: 'taken back at once' })
  undo.undo()
  expect(rootOf(amal.doc, 'cards').has(card)).toBe(false)
  const remembering = packDocument(amal.doc)
  const story = addStory(writerOf(amal), { title: 'Another', paragraphs: [{ heading: 0, text: 'words' }] })
  await isSaved(amal)
  await room.hub.close(room.path)
  const { file } = unwrap(openBoardFile(room.path))
  unwrap(file.versions.keep(1, { kind: 'named', name: 'Remembers' }, remembering))
  file.close()
  expect(placesOfWords(room.path, 'taken back at once')).toContain('versions.data')
  unwrap(await room.hub.open(room.path))
  unwrap(await room.hub.purge(room.path, { kind: 'story', id: story }))
  await room.hub.close(room.path)
  expect(placesOfWords(room.path, 'taken back at once')).toEqual([])
})

test('the file names nobody as its host whose words were removed, and others as before', async () => {
  const room = await openTestRoom()
  const host = await isLive(room.connect(room.host, { name: 'Ruth Bell' }))
  const guest = await isLive(room.connect(room.guest, { name: 'Amal' }))
  unwrap(await room.hub.openRoom(room.path, 'Ruth Bell'))
  expect(unwrap(await room.hub.purge(room.path, { kind: 'person', id: personOf(guest) })).wasHost).toBe(false)
  expect(placesOfWords(room.path, 'Ruth Bell')).not.toEqual([])
  expect(unwrap(await room.hub.purge(room.path, { kind: 'person', id: personOf(host) })).wasHost).toBe(true)
  host.dispose()
  await room.hub.close(room.path)
  expect(placesOfWords(room.path, 'Ruth Bell')).toEqual([])
})

test('copies of the board that were made with the app are known to be out of reach', async () => {
  const room = await openTestRoom()
  const at = (name: string) => join(room.folder, name)
  unwrap(await copyBoard(room.hub, room.path, at('For Sam.ground'), null))
  unwrap(await copyBoard(room.hub, room.path, at('Copy.ground'), { title: 'Copy of {{title}}' }))
  await room.hub.close(room.path)
  unwrap(await copyBoard(room.hub, room.path, at('Second copy.ground'), { title: 'Copy of {{title}}' }))
  unwrap(await room.hub.open(room.path))
  expect(unwrap(await room.hub.listExports(room.path))).toMatchObject(
    ['Second copy.ground', 'Copy.ground', 'For Sam.ground'].map((name) => ({ kind: 'ground', name })),
  )
})

test('copies that guests save are noted with the board, a few of them from each window', async () => {
  const room = await openTestRoom()
  const guest = await isLive(room.connect(room.guest, { name: 'Sam' }))
  guest.noteExport({ kind: 'html', name: 'Report.html' })
  await isSaved(guest)
  addCard(writerOf(guest), { type: 'note', text: 'after' })
  await isSaved(guest)
  const listed = unwrap(await room.hub.listExports(room.path))
  expect(listed).toMatchObject([{ kind: 'html', name: 'Report.html', isGuest: true }])
  for (let times = 0; times < 100; times++) guest.noteExport({ kind: 'html', name: 'Again.html' })
  await until(guest.connection, ({ state }) => state === 'refused')
})
