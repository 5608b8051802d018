import { mkdir, readdir, readFile, symlink, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { expect, it } from 'vitest'
import type { z } from 'zod'
import { createBoards } from '../../../electron/boards'
import type { Hub } from '../../../electron/hubClient'
import { openLibrary } from '../../../electron/library'
import { createLog } from '../../../electron/log'
import { createThumbnails } from '../../../electron/thumbnails'
import { createTurns } from '../../../electron/turns'
import type { DamageReport } from '../../../shared/damageReport'
import { failed, type Result } from '../../../shared/failure'
import type { HubRequest } from '../../../shared/ipc/hubContract'
import { memoryLog } from '../../support/memoryLog'
import { temporaryFolder } from '../../support/temporaryFolder'

const REPORT: DamageReport = {
  isWhole: false,
  source: 'file',
  until: 5,
  cards: 1,
  lost: {
    changes: 1,
    perhapsNewest: false,
    versions: 0,
    pictures: 0,
    people: 0,
    exports: 0,
    sealed: 0,
    perhapsMore: false,
  },
  problems: [],
}

/** A hub that opens everything but `bad.ground`, and writes a file for what it makes. */
function fakeHub() {
  const asked: HubRequest[] = []
  let restarted: (() => void) | undefined
  let sealed: string | null = null
  let isOpen = false
  const lookOnly: { path: string | null } = { path: null }
  const hub: Hub = {
    ask: async <T>(request: HubRequest, value: z.ZodType<T>): Promise<Result<T>> => {
      // No room ends by itself here.
      if (request.do === 'roomEnd') return new Promise(() => {})
      asked.push(request)
      if (request.do === 'open' && request.path.endsWith('bad.ground')) return failed('corrupt')
      if (request.do === 'setPassphrase') sealed = request.passphrase
      if (request.do === 'close') isOpen = false
      if (request.do === 'open' && sealed !== null && !isOpen && request.passphrase !== sealed)
        return failed(request.passphrase === undefined ? 'needsPassphrase' : 'wrongPassphrase')
      if (request.do === 'keepThumbnail')
        return { ok: true, value: value.parse({ isSealed: sealed !== null }) }
      if (['create', 'createFrom', 'openSample'].includes(request.do) && 'path' in request)
        await writeFile(request.path, 'board')
      if (request.do === 'openRoom')
        return { ok: true, value: value.parse({ code: 'ABC123', addresses: [] }) }
      if (request.do === 'repair')
        return {
          ok: true,
          value: value.parse({ report: REPORT, damaged: request.path.replace('.', ' (damaged).') }),
        }
      if (request.do === 'join') {
        const [path, apart] = ['Mill', request.apartTitle.replace('{{title}}', 'Mill')].map((name) =>
          join(request.folder, `${name}.ground`),
        )
        const joined = { path, apart, url: 'ws://127.0.0.1:1', token: 't', sealed: false, lookOnly: null }
        return { ok: true, value: value.parse(joined) }
      }
      const opens = ['create', 'createFrom', 'open', 'openSample'].includes(request.do) && 'path' in request
      const answer = opens
        ? {
            path: request.path,
            url: `ws://127.0.0.1:1/${asked.length}`,
            token: lookOnly.path === null ? 't' : 'looking',
            sealed: sealed !== null,
            lookOnly: lookOnly.path === request.path ? { because: 'boardInUse', holder: 'LAPTOP-7' } : null,
          }
        : null
      if (opens) isOpen = true
      return { ok: true, value: value.parse(answer) }
    },
    onRestart: (listener) => {
      restarted = listener
    },
    shutDown: () => Promise.resolve(),
  }
  const restart = () => {
    isOpen = false
    restarted?.()
  }
  return { hub, asked, restart, lookOnly }
}

async function desk() {
  const folder = await temporaryFolder()
  const samples = join(folder, 'samples')
  await mkdir(join(samples, 'visit'), { recursive: true })
  await writeFile(
    join(samples, 'visit', 'workshop.json'),
    '{"title": "The first visit", "place": "Aldersby"}',
  )
  const { hub, asked, restart, lookOnly } = fakeHub()
  const thumbnails = createThumbnails(join(folder, 'thumbnails'))
  const library = await openLibrary(join(folder, 'library.json'), memoryLog())
  const focused: string[] = []
  const boards = createBoards<string>({
    hub,
    library,
    turns: createTurns(),
    focus: (holder) => focused.push(holder),
    host: () => 'Imran',
    thumbnails,
    log: createLog(join(folder, 'main.log')),
    folder: () => folder,
    joinedFolder: () => join(folder, 'Rooms'),
    nameApart: (title) => `${title} (not taken in)`,
    samples,
  })
  const create = (title: string, holder: string, more: { place?: string; template?: string } = {}) =>
    boards.create({ title, place: '', language: 'en', ...more }, holder)
  return { boards, create, library, thumbnails, focused, asked, restart, lookOnly, folder }
}

it('two boards of one title get two files', async () => {
  const { create, library, folder } = await desk()
  await create('A: b', 'one')
  await create('A: b', 'two')
  const paths = library.recents().map((recent) => recent.path)
  expect(paths.sort()).toEqual([join(folder, 'A b 2.ground'), join(folder, 'A b.ground')])
})

it('a copy that its room refused is among the boards after joining again', async () => {
  const { boards, library, folder } = await desk()
  const about = { name: 'Amal', side: 'resident' as const, languages: [] }
  await boards.join({ address: '192.168.1.5', code: 'K7M2QP', ...about }, 'one')
  const shown = library.recents().map(({ path, title }) => [path, title])
  expect(shown).toContainEqual([join(folder, 'Rooms', 'Mill.ground'), 'Mill'])
  expect(shown).toContainEqual([join(folder, 'Rooms', 'Mill (not taken in).ground'), 'Mill (not taken in)'])
})

it('the sample is built once and opened afterwards', async () => {
  const { boards, asked } = await desk()
  await boards.openSample('one')
  await boards.release('one')
  await boards.openSample('one')
  expect(asked.map((request) => request.do)).toEqual(['openSample', 'close', 'open'])
})

it('a board that cannot be opened is not remembered and the window keeps the one it had', async () => {
  const { boards, library, create, folder } = await desk()
  await create('A', 'one')
  expect(await boards.open(join(folder, 'bad.ground'), 'one')).toMatchObject({ failure: { code: 'corrupt' } })
  expect(library.recents()).toHaveLength(1)
  expect(boards.boardOf('one')?.path).toBe(join(folder, 'A.ground'))
})

it('a board that was not opened is offered for repair, and no other', async () => {
  const { boards, asked, folder } = await desk()
  const path = join(folder, 'bad.ground')
  expect(boards.isOffered(path)).toBe(false)
  expect(await boards.open(path, 'one')).toMatchObject({ failure: { code: 'corrupt', path } })
  expect(boards.isOffered(path)).toBe(true)
  expect(boards.isOffered(join(folder, 'other.ground'))).toBe(false)
  asked.length = 0
  // This one stays damaged: it is opened again after the repair, and that failure is what is told.
  expect(await boards.repair(path, undefined, 'one')).toMatchObject({ failure: { code: 'corrupt', path } })
  expect(asked.map((request) => request.do)).toEqual(['repair', 'open'])
  expect(boards.isOffered(join(folder, 'bad (damaged).ground'))).toBe(true)
})

it('a board that another window has is brought to the front and not opened again', async () => {
  const { boards, create, focused, asked, folder } = await desk()
  await create('A', 'one')
  const path = join(folder, 'A.ground')
  await symlink(path, join(folder, 'link.ground'))
  for (const spelling of [path, `${folder}/./x/../A.ground`, join(folder, 'link.ground')]) {
    expect(await boards.open(spelling, 'two')).toMatchObject({ failure: { code: 'alreadyOpen' } })
    expect(boards.holdersOf(spelling)).toEqual(['one'])
  }
  expect(focused).toEqual(['one', 'one', 'one'])
  expect(asked.map((request) => request.do)).toEqual(['create'])
  expect(boards.boardOf('two')).toBeNull()
})

it('a window may open the board again that it has', async () => {
  const { boards, create, focused, folder } = await desk()
  await create('A', 'one')
  expect(await boards.open(join(folder, 'A.ground'), 'one')).toMatchObject({ ok: true })
  expect(focused).toEqual([])
})

it('the file is let go when its window lets go', async () => {
  const { boards, create, asked, folder } = await desk()
  const path = join(folder, 'A.ground')
  const released: string[] = []
  boards.onReleased((gone) => released.push(gone))
  await create('A', 'one')
  expect(asked.map((request) => request.do)).toEqual(['create'])
  await boards.release('one')
  expect(asked.at(-1)).toEqual({ do: 'close', path })
  expect(released).toEqual([path])
})

it('a board begins with a template, under its own name', async () => {
  const { create, asked, folder } = await desk()
  await create('Ours', 'one', { place: 'Hall', template: '/templates/listening/en' })
  expect(asked).toEqual([
    {
      do: 'createFrom',
      source: '/templates/listening/en',
      path: join(folder, 'Ours.ground'),
      title: 'Ours',
      place: 'Hall',
      language: 'en',
      host: 'Imran',
    },
  ])
})

it('remembers who hosts: whoever makes a board, then whoever opens its room', async () => {
  const { boards, create, library, folder } = await desk()
  const path = join(folder, 'A.ground')
  await library.remember(path, { host: 'Samah' })
  await boards.open(path, 'one')
  expect(library.recents()).toMatchObject([{ path, host: 'Samah' }])
  await boards.openRoom(path)
  expect(library.recents()).toMatchObject([{ path, host: 'Imran' }])
  await create('B', 'two')
  expect(library.recents()).toMatchObject([{ title: 'B', host: 'Imran' }, { path }])
})

it('a window that opens another board lets go of the first', async () => {
  const { create, asked, folder } = await desk()
  await create('A', 'one')
  await create('B', 'one')
  expect(asked.at(-1)).toEqual({ do: 'close', path: join(folder, 'A.ground') })
})

it('boards are opened again when the hub has died, and their windows are told', async () => {
  const { boards, create, restart } = await desk()
  const first = await create('A', 'one')
  const told = new Promise((resolve) => boards.onReopened((holder, board) => resolve([holder, board])))
  restart()
  expect(await told).toEqual(['one', { ok: true, value: boards.boardOf('one') }])
  expect(first).toMatchObject({ ok: true })
  expect(boards.boardOf('one')).not.toEqual(first.ok && first.value)
})

it('a picture of a board under a passphrase that comes after it was let go is not kept', async () => {
  const { boards, create, library, thumbnails, folder } = await desk()
  const path = join(folder, 'A.ground')
  await create('A', 'one', { place: 'Hall' })
  await boards.setPassphrase(path, 'quiet words')
  await boards.release('one')
  await boards.keepThumbnail(path, 'A better name', 'Hall', Buffer.from('89504e470d0a', 'hex'))
  expect(library.recents()).toMatchObject([{ title: 'A', place: '', locked: true }])
  expect(await thumbnails.read(path)).toBe('')
})

it('Home shows nothing of a board under a passphrase, which is written nowhere', async () => {
  const { boards, create, library, thumbnails, folder, restart } = await desk()
  const path = join(folder, 'A.ground')
  const picture = Buffer.from('89504e470d0a', 'hex')
  await create('A', 'one', { place: 'Hall' })
  await boards.keepThumbnail(path, 'A better name', 'Hall', picture)
  expect(await thumbnails.read(path)).not.toBe('')
  expect(await boards.setPassphrase(path, 'quiet words')).toEqual({ ok: true, value: null })
  expect(boards.boardOf('one')?.sealed).toBe(true)
  await boards.keepThumbnail(path, 'A better name', 'Hall', picture)
  expect(library.recents()).toMatchObject([{ title: 'A', place: '', host: '', locked: true }])
  expect(await thumbnails.read(path)).toBe('')
  await boards.openRoom(path)
  expect(library.recents()).toMatchObject([{ host: '', locked: true }])

  const told = new Promise((resolve) => boards.onReopened((_, board) => resolve(board)))
  restart()
  expect(await told).toMatchObject({ ok: true })

  await boards.release('one')
  expect(await boards.open(path, 'one')).toEqual({ ok: false, failure: { code: 'needsPassphrase', path } })
  expect(await boards.open(path, 'one', 'loud words')).toMatchObject({ failure: { code: 'wrongPassphrase' } })
  expect(await boards.open(path, 'one', 'quiet words')).toMatchObject({ ok: true })
  const files = (await readdir(folder, { recursive: true, withFileTypes: true })).filter((entry) =>
    entry.isFile(),
  )
  const written = await Promise.all(
    files.map((entry) => readFile(join(entry.parentPath, entry.name), 'utf8')),
  )
  expect(written.join()).toContain('wrongPassphrase')
  expect(written.join()).not.toMatch(/quiet words|loud words/)

  for (const present of [undefined, 'loud words'])
    expect(await boards.setPassphrase(path, null, present)).toEqual(failed('wrongPassphrase'))
  expect(library.recents()).toMatchObject([{ locked: true }])
  expect(await boards.setPassphrase(path, null, 'quiet words')).toEqual({ ok: true, value: null })
  await boards.release('one')
  // What Home shows is read from the file again.
  expect(library.recents()).toMatchObject([{ locked: false, stamp: '' }])
})

it('a board that was not opened may be named by the page, to open it in another way', async () => {
  const { boards, folder } = await desk()
  const path = join(folder, 'bad.ground')
  expect(boards.isOffered(path)).toBe(false)
  expect(await boards.open(path, 'one')).toMatchObject({ failure: { code: 'corrupt', path } })
  expect(boards.isOffered(path)).toBe(true)
})

it('copies that a locked board could not note are noted once it is open', async () => {
  const { boards, library, folder, asked } = await desk()
  const path = join(folder, 'A.ground')
  await library.remember(path, { title: 'A', unnoted: [{ made: 7, name: 'stick.ground' }] })
  await boards.open(path, 'one')
  const copy = { kind: 'ground', name: 'stick.ground' }
  expect(asked.at(-1)).toEqual({ do: 'noteExport', path, copy, made: 7 })
  expect(library.recents()).toMatchObject([{ path, unnoted: [] }])
})

it('a board that could only be looked at is written once it may be, and its window is told', async () => {
  const { boards, folder, lookOnly } = await desk()
  const path = join(folder, 'A.ground')
  lookOnly.path = path
  const told: boolean[] = []
  boards.onReopened((_, board) => told.push(board.ok && board.value.lookOnly === null))
  await boards.open(path, 'one')
  await boards.open(path, 'one')
  expect(told).toEqual([])
  lookOnly.path = null
  expect(await boards.open(path, 'one')).toMatchObject({ value: { lookOnly: null } })
  expect(told).toEqual([true])
  expect(boards.boardOf('one')?.lookOnly).toBeNull()
})

it('tells of the damaged files beside a board, and lets nobody delete one that was opened since', async () => {
  const { boards, create, library, asked, folder } = await desk()
  await create('Mill Lane', 'window')
  const path = join(folder, 'Mill Lane.ground')
  const copies = ['Mill Lane (damaged 2026-11-23).ground', 'Mill Lane (damaged 2026-11-24).ground']
  for (const name of [...copies, 'Fern Road (damaged 2026-11-23).ground'])
    await writeFile(join(folder, name), 'x')
  expect(await boards.listDamaged(path)).toEqual(copies)
  const [kept = '', other = ''] = copies
  await library.remember(join(folder, kept), { openedAt: 5, wasOpened: true })
  expect(await boards.listDamaged(path)).toEqual([other])
  await boards.removeDamaged(path, copies)
  expect(asked.at(-1)).toEqual({ do: 'removeDamaged', path, names: [other] })
})
