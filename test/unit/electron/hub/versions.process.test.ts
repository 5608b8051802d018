import { join } from 'node:path'
import { inflateRawSync } from 'node:zlib'
import { expect, test } from 'vitest'
import * as Y from 'yjs'
import { addCard, deleteCards } from '#shared/board/actions/cards'
import { putPerson } from '#shared/board/actions/people'
import { describeBoard } from '#shared/board/actions/report'
import type { Writer } from '#shared/board/actions/writer'
import { readAll, readSingleton } from '#shared/board/records'
import type { Stage } from '#shared/board/vocabulary'
import { type FailureCode, failed, success } from '#shared/failure'
import { packDocument } from '../../../../electron/files/document'
import { openFile } from '../../../../electron/files/thread/openFile'
import type { KeptVersion } from '../../../../electron/files/versionStore'
import { createSaver } from '../../../../electron/hub/saver'
import { createVersions } from '../../../../electron/hub/versions'
import { failureOf, isLive, isSaved, openTestRoom, temporaryFolder, unwrap } from '../../../support/realHub'
import { threadsFolder as scripts } from '../../../support/threads.mjs'

const MINUTE = 60_000

/** Versions over a file in memory and clocks that the test moves. */
function bench() {
  const doc = new Y.Doc()
  const writer: Writer = { doc, person: 'nadia', origin: null, now: () => 1 }
  describeBoard(writer, { title: 'The lane', stage: 'stories' })
  let kept: (KeptVersion & { words: string[] })[] = []
  const clock = { wall: 1_000_000, steady: 0 }
  const trouble = { saver: undefined as FailureCode | undefined, file: undefined as FailureCode | undefined }
  const file = {
    keepVersion: async (made: number, about: unknown) => {
      if (trouble.file) return failed(trouble.file)
      const words = readAll(doc, 'cards').map(({ text }) => text)
      const version = { id: kept.length + 1, made, about, bytes: 1, words }
      kept = [version, ...kept]
      return success(version)
    },
    listVersions: async () => success({ versions: kept, damaged: 0 }),
    readVersion: async () => failed('missing'),
    describeVersion: async () => success(undefined),
    removeVersions: async (ids: readonly number[]) => {
      kept = kept.filter(({ id }) => !ids.includes(id))
      return success(undefined)
    },
  }
  const versions = createVersions(
    doc,
    { whenSaved: async (begin) => (trouble.saver ? failed(trouble.saver) : begin()) },
    file as never,
    { now: () => clock.wall, steady: () => clock.steady },
  )
  /** Resolves when everything that was begun is done. */
  const settled = () => versions.remove(-1)
  const work = async (minutes: number) => {
    for (let at = 0; at < minutes; at++) {
      addCard(writer, { type: 'note', text: `Card ${at}` })
      clock.steady += MINUTE
      await settled()
    }
  }
  return {
    doc,
    writer,
    versions,
    clock,
    trouble,
    work,
    settled,
    kept: () => kept.map(({ about }) => about as { kind: string; stage: Stage; cards: number }),
  }
}

test('a version is made after every ten minutes with work in them, however long they take', async () => {
  const { work, kept, clock } = bench()
  await work(9)
  clock.steady += 500 * MINUTE
  expect(kept()).toHaveLength(0)
  await work(1)
  expect(kept()).toMatchObject([{ kind: 'busy', stage: 'stories', cards: 10 }])
  await work(9)
  expect(kept()).toHaveLength(1)
  await work(1)
  expect(kept()).toHaveLength(2)
})

test('people who come in, and much work within a minute, make no minute busier', async () => {
  const { work, kept, clock, writer, settled } = bench()
  for (let at = 0; at < 30; at++) {
    putPerson(writer, `p${at}`, { name: `Person ${at}` })
    clock.steady += MINUTE
  }
  for (let at = 0; at < 30; at++) addCard(writer, { type: 'note' })
  await settled()
  expect(kept()).toHaveLength(0)
  await work(10)
  expect(kept()).toHaveLength(1)
})

test('when a stage ends its state is kept under its name, once, and not when nothing was done in it', async () => {
  const { writer, kept, settled } = bench()
  addCard(writer, { type: 'note', text: 'A story' })
  describeBoard(writer, { stage: 'insights' })
  await settled()
  expect(kept()).toMatchObject([{ kind: 'stage', stage: 'stories', cards: 1 }])
  describeBoard(writer, { stage: 'ideas' })
  describeBoard(writer, { stage: 'stories' })
  await settled()
  expect(kept()).toHaveLength(1)
  addCard(writer, { type: 'note', text: 'Another' })
  describeBoard(writer, { stage: 'report' })
  await settled()
  expect(kept()).toMatchObject([{ stage: 'stories', cards: 2 }, { stage: 'stories' }])
})

test('who asks for the list while a version is being made sees that version too', async () => {
  const { writer, versions } = bench()
  addCard(writer, { type: 'note', text: 'A story' })
  describeBoard(writer, { stage: 'insights' })
  expect(unwrap(await versions.list()).versions).toMatchObject([
    { kind: 'stage', stage: 'stories', cards: 1 },
  ])
})

test('a version kept by hand begins the ten minutes anew', async () => {
  const { work, versions, kept } = bench()
  await work(9)
  unwrap(await versions.keep('Before the vote'))
  await work(9)
  expect(kept().map(({ kind }) => kind)).toEqual(['named'])
  await work(1)
  expect(kept().map(({ kind }) => kind)).toEqual(['busy', 'named'])
})

test('a wall clock that jumps back or stands still changes nothing about it', async () => {
  const { work, kept, clock } = bench()
  await work(5)
  clock.wall = 10
  await work(5)
  clock.wall = -5_000
  await work(10)
  expect(kept()).toHaveLength(2)
})

test('what could not be kept is said, and what was to be kept by itself is tried again with the next work', async () => {
  const { work, versions, kept, trouble, writer, settled } = bench()
  await work(1)
  trouble.saver = 'diskFull'
  expect(failureOf(await versions.keep('Now'))).toBe('diskFull')
  expect(failureOf(await versions.keepBeforeRestore())).toBe('diskFull')
  describeBoard(writer, { stage: 'insights' })
  await settled()
  expect(kept()).toHaveLength(0)
  trouble.saver = undefined
  trouble.file = 'diskFull'
  await work(1)
  expect(kept()).toHaveLength(0)
  trouble.file = undefined
  await work(1)
  expect(kept()).toMatchObject([{ kind: 'stage', stage: 'stories' }])
})

test('those that time has made superfluous go when another is made', async () => {
  const { work, kept, clock } = bench()
  for (let made = 0; made < 40; made++) {
    await work(10)
    clock.wall += 10 * MINUTE
  }
  // Of six hours and forty minutes: the newest twelve, and one of each hour before.
  expect(kept().length).toBeLessThan(20)
  expect(kept().length).toBeGreaterThanOrEqual(16)
})

test('nothing is made after it is closed', async () => {
  const { work, versions, kept } = bench()
  await work(9)
  await versions.close()
  await work(5)
  expect(kept()).toHaveLength(0)
})

test('what the room does while the disk still writes is in no version of before', async () => {
  const made = { packed: packDocument(new Y.Doc()), host: 'Amal' }
  const path = join(await temporaryFolder(), 'board.ground')
  const { file } = unwrap(await openFile({ path, scripts, make: made }))
  const saver = createSaver(file, { writing: () => () => {}, failed: () => {} })
  const doc = new Y.Doc()
  const writer: Writer = { doc, person: 'nadia', origin: null, now: () => 1 }
  const versions = createVersions(doc, saver, file)
  doc.on('update', (update) => saver.add(update))
  for (let round = 0; round < 10; round++) {
    const cards = [addCard(writer, { type: 'note', text: 'Stays in the version' })]
    // The end of the stage comes in the middle of a write.
    void saver.flush()
    cards.push(addCard(writer, { type: 'note', text: 'Stays as well' }))
    describeBoard(writer, { stage: round % 2 === 0 ? 'insights' : 'stories' })
    deleteCards(writer, cards)
    const { versions: list } = unwrap(await versions.list())
    expect(list[0]).toMatchObject({ kind: 'stage', cards: 2 })
    const then = new Y.Doc()
    Y.applyUpdateV2(then, inflateRawSync(unwrap(await versions.read(list[0]?.id ?? 0))))
    expect(readAll(then, 'cards')).toHaveLength(2)
  }
  await versions.close()
  await saver.close()
})

test('a version in a real file gives back the board as it was, is renamed for good, and removed', async () => {
  const { hub, path, connect, host } = await openTestRoom()
  const replica = await isLive(connect(host))
  const writer: Writer = { doc: replica.doc, person: 'nadia', origin: null, now: () => 1 }
  const card = addCard(writer, { type: 'note', text: 'Stays in the version' })
  await isSaved(replica)
  const versions = hub.versionsOf(path)
  if (!versions) throw new Error('the board is not open')
  const named = unwrap(await versions.keep('Before'))
  expect(named).toMatchObject({ kind: 'named', name: 'Before', cards: 1 })
  deleteCards(writer, [card])
  describeBoard(writer, { stage: 'ideas' })
  await isSaved(replica)
  const before = unwrap(await versions.keepBeforeRestore())

  const list = unwrap(await versions.list())
  expect(list.damaged).toBe(0)
  expect(list.versions.map(({ kind }) => kind)).toEqual(['beforeRestore', 'stage', 'named'])
  const open = async (id: number) => {
    const doc = new Y.Doc()
    Y.applyUpdateV2(doc, inflateRawSync(unwrap(await versions.read(id))))
    return doc
  }
  expect(readAll(await open(named.id), 'cards').map(({ text }) => text)).toEqual(['Stays in the version'])
  expect(readAll(await open(before.id), 'cards')).toEqual([])
  // The end of a stage is kept as it was before the room went on.
  const ended = list.versions[1]
  expect(ended).toMatchObject({ kind: 'stage', stage: 'stories' })
  expect(readSingleton(await open(ended?.id ?? 0), 'meta').stage).toBe('stories')

  unwrap(await versions.rename(ended?.id ?? 0, 'The stories are in'))
  unwrap(await versions.remove(before.id))
  expect(failureOf(await versions.rename(999, 'None'))).toBe('missing')
  await hub.close(path)
  unwrap(await hub.open(path))
  const again = unwrap(await (hub.versionsOf(path) ?? versions).list())
  expect(again.versions).toMatchObject([
    { kind: 'named', name: 'The stories are in', stage: 'stories' },
    { kind: 'named', name: 'Before', cards: 1 },
  ])
})
