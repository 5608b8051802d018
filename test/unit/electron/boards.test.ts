import { mkdir, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { expect, it } from 'vitest'
import type { z } from 'zod'
import { createBoards } from '../../../electron/boards'
import type { Hub } from '../../../electron/hubClient'
import { openLibrary } from '../../../electron/library'
import { createThumbnails } from '../../../electron/thumbnails'
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
    perhapsMore: false,
  },
  problems: [],
}

/** A hub that opens everything but `bad.ground`, and writes a file for what it makes. */
function fakeHub() {
  const asked: HubRequest[] = []
  let restarted: (() => void) | undefined
  const hub: Hub = {
    ask: async <T>(request: HubRequest, value: z.ZodType<T>): Promise<Result<T>> => {
      asked.push(request)
      if (request.do === 'open' && request.path.endsWith('bad.ground')) return failed('corrupt')
      if (request.do === 'create' || request.do === 'openSample') await writeFile(request.path, 'board')
      if (request.do === 'repair')
        return {
          ok: true,
          value: value.parse({ report: REPORT, damaged: request.path.replace('.', ' (damaged).') }),
        }
      const opens = ['create', 'open', 'openSample'].includes(request.do) && 'path' in request
      const answer = opens
        ? { path: request.path, url: `ws://127.0.0.1:1/${asked.length}`, token: 't', lookOnly: null }
        : null
      return { ok: true, value: value.parse(answer) }
    },
    onRestart: (listener) => {
      restarted = listener
    },
    shutDown: () => Promise.resolve(),
  }
  return { hub, asked, restart: () => restarted?.() }
}

async function desk() {
  const folder = await temporaryFolder()
  const samples = join(folder, 'samples')
  await mkdir(join(samples, 'visit'), { recursive: true })
  await writeFile(
    join(samples, 'visit', 'workshop.json'),
    '{"title": "The first visit", "place": "Aldersby"}',
  )
  const { hub, asked, restart } = fakeHub()
  const boards = createBoards<string>({
    hub,
    library: await openLibrary(join(folder, 'library.json'), memoryLog()),
    thumbnails: createThumbnails(join(folder, 'thumbnails')),
    log: memoryLog(),
    folder: () => folder,
    samples,
  })
  return { boards, asked, restart, folder }
}

it('two boards of one title get two files', async () => {
  const { boards, folder } = await desk()
  await boards.create('A: b', '', 'en', 'one')
  await boards.create('A: b', '', 'en', 'two')
  const paths = (await boards.recents()).map((recent) => recent.path)
  expect(paths.sort()).toEqual([join(folder, 'A b 2.ground'), join(folder, 'A b.ground')])
})

it('the sample is built once and opened afterwards', async () => {
  const { boards, asked } = await desk()
  await boards.openSample('one')
  await boards.release('one')
  await boards.openSample('one')
  expect(asked.map((request) => request.do)).toEqual(['openSample', 'close', 'open'])
})

it('a board that cannot be opened is not remembered and the window keeps the one it had', async () => {
  const { boards, folder } = await desk()
  await boards.create('A', '', 'en', 'one')
  expect(await boards.open(join(folder, 'bad.ground'), 'one')).toMatchObject({ failure: { code: 'corrupt' } })
  expect(await boards.recents()).toHaveLength(1)
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

it('the file is let go when the last window lets go', async () => {
  const { boards, asked, folder } = await desk()
  const path = join(folder, 'A.ground')
  const released: string[] = []
  boards.onReleased((gone) => released.push(gone))
  await boards.create('A', '', 'en', 'one')
  await boards.open(path, 'two')
  await boards.release('one')
  expect(asked.map((request) => request.do)).toEqual(['create', 'open'])
  await boards.release('two')
  expect(asked.at(-1)).toEqual({ do: 'close', path })
  expect(released).toEqual([path])
})

it('a window that opens another board lets go of the first', async () => {
  const { boards, asked, folder } = await desk()
  await boards.create('A', '', 'en', 'one')
  await boards.create('B', '', 'en', 'one')
  expect(asked.at(-1)).toEqual({ do: 'close', path: join(folder, 'A.ground') })
})

it('boards are opened again when the hub has died, and their windows are told', async () => {
  const { boards, restart } = await desk()
  const first = await boards.create('A', '', 'en', 'one')
  const told = new Promise((resolve) => boards.onReopened((holder, board) => resolve([holder, board])))
  restart()
  expect(await told).toEqual(['one', { ok: true, value: boards.boardOf('one') }])
  expect(first).toMatchObject({ ok: true })
  expect(boards.boardOf('one')).not.toEqual(first.ok && first.value)
})

it('a recent board whose file is gone is listed as missing', async () => {
  const { boards } = await desk()
  await boards.create('A', 'Hall', 'en', 'one')
  await boards.open('/nowhere/Street.ground', 'two')
  expect(await boards.recents()).toMatchObject([
    { title: 'Street', missing: true },
    { title: 'A', place: 'Hall', missing: false },
  ])
})

it('Home shows the picture of a wall, and nothing that is no picture', async () => {
  const { boards, folder } = await desk()
  await boards.create('A', '', 'en', 'one')
  const path = join(folder, 'A.ground')
  await boards.keepThumbnail(path, 'A', '', Buffer.from('<svg onload="x">'))
  expect((await boards.recents())[0]?.thumbnail).toBe('')
  await boards.keepThumbnail(path, 'A', '', Buffer.from('89504e470d0a', 'hex'))
  expect((await boards.recents())[0]?.thumbnail).toBe('data:image/png;base64,iVBORw0K')
})
