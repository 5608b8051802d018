import { existsSync, renameSync, rmSync, symlinkSync, writeFileSync } from 'node:fs'
import { mkdir, utimes, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { expect, it } from 'vitest'
import type { RecentBoard } from '#shared/ipc/contract'
import { openBoardFile } from '../../../electron/files/boardFile'
import { openLibrary } from '../../../electron/library'
import { createShelf, type Shelf } from '../../../electron/shelf'
import { createThumbnails } from '../../../electron/thumbnails'
import { readerInProcess } from '../../support/inProcess'
import { memoryLog } from '../../support/memoryLog'
import { unwrap } from '../../support/realHub'
import { ONE_PIXEL, shelveBoard, shelveSealed } from '../../support/shelf'
import { temporaryFolder } from '../../support/temporaryFolder'

/** The shelf of a computer; `restart` begins again with what is on its disk. */
async function computer(given?: string) {
  const home = given ?? (await temporaryFolder())
  const folder = join(home, 'Common Ground')
  await mkdir(folder, { recursive: true })
  const open = new Set<string>()
  const library = await openLibrary(join(home, 'library.json'), memoryLog())
  const log = memoryLog()
  const shelf = createShelf({
    library,
    thumbnails: createThumbnails(join(home, 'thumbnails')),
    reader: readerInProcess(),
    log,
    folder: () => folder,
    isOpen: (path) => open.has(path),
  })
  return { home, folder, library, shelf, open, log, at: (name: string) => join(folder, name) }
}

/** What Home shows once nothing more comes in. */
async function settled(shelf: Shelf): Promise<RecentBoard[]> {
  const changed = () => new Promise<void>((resolve) => shelf.onChanged(resolve))
  let waiting = changed()
  for (;;) {
    const boards = await shelf.list()
    if (boards.every((board) => board.missing || board.unreadable || board.host !== '' || board.locked))
      return boards
    await waiting
    waiting = changed()
  }
}

it('a board that was put into the folder by hand appears with what its file says', async () => {
  const { shelf, at } = await computer()
  shelveBoard(at('anything.ground'), {
    title: 'A quieter Mill Lane',
    place: 'St Anne’s Hall',
    host: 'Samah',
    thumbnail: ONE_PIXEL,
  })
  expect(await shelf.list()).toMatchObject([{ title: 'anything', missing: false, wasOpened: false }])
  const [board] = await settled(shelf)
  expect(board).toMatchObject({
    path: at('anything.ground'),
    title: 'A quieter Mill Lane',
    place: 'St Anne’s Hall',
    host: 'Samah',
    locked: false,
    unreadable: false,
  })
  expect(board?.size).toBeGreaterThan(4_000)
  expect(board?.thumbnail).toMatch(/^data:image\/png;base64,/)
})

it('a library that is lost, or damaged anywhere, hides no board', async () => {
  const first = await computer()
  for (const name of ['one', 'two', 'three'])
    shelveBoard(first.at(`${name}.ground`), { title: `Board ${name}`, host: 'Samah', thumbnail: ONE_PIXEL })
  const before = await settled(first.shelf)
  const file = join(first.home, 'library.json')
  for (const damage of [
    () => rmSync(file),
    () => writeFileSync(file, ''),
    () => writeFileSync(file, 'no library'),
    () => writeFileSync(file, '{"recents": 7}'),
    () => rmSync(join(first.home, 'thumbnails'), { recursive: true }),
  ]) {
    damage()
    const again = await computer(first.home)
    const after = await settled(again.shelf)
    expect(after.map(({ title }) => title).sort()).toEqual(before.map(({ title }) => title).sort())
    await expect
      .poll(async () => (await again.shelf.list()).every(({ thumbnail }) => thumbnail !== ''))
      .toBe(true)
  }
})

it('no number of remembered boards hides one of the folder', async () => {
  const home = await temporaryFolder()
  const recents = Array.from({ length: 1_000 }, (_, n) => ({
    path: `/elsewhere/${n}.ground`,
    title: `${n}`,
    place: '',
    openedAt: Date.now() + n,
    host: 'Samah',
  }))
  const settings = { language: 'system', name: '', contrast: 'normal' }
  await writeFile(
    join(home, 'library.json'),
    JSON.stringify({ recents, settings, windows: { main: null, projector: null } }),
  )
  const { shelf, at } = await computer(home)
  shelveBoard(at('old.ground'), { title: 'The old one', host: 'Samah' })
  await utimes(at('old.ground'), 1, 1)
  const changed = () => new Promise<void>((resolve) => shelf.onChanged(resolve))
  const read = changed()
  expect((await shelf.list()).at(-1)).toMatchObject({ path: at('old.ground'), title: 'old' })
  await read
  // The newer ones leave no room for it, so it is read again; that is to end before the folder goes.
  const readAgain = changed()
  expect((await shelf.list()).at(-1)).toMatchObject({ path: at('old.ground') })
  await readAgain
})

it('a forgotten board stays away while its file is there, also after a restart', async () => {
  const { home, shelf, at } = await computer()
  shelveBoard(at('a.ground'), { title: 'A', host: 'Samah' })
  await settled(shelf)
  await shelf.forget(at('a.ground'))
  expect(await shelf.list()).toEqual([])
  expect(existsSync(at('a.ground'))).toBe(true)
  const again = await computer(home)
  expect(await again.shelf.list()).toEqual([])
})

it('a forgotten board comes back as it was when that is undone', async () => {
  const { shelf, at } = await computer()
  shelveBoard(at('a.ground'), { title: 'A', host: 'Samah', thumbnail: ONE_PIXEL })
  const before = await settled(shelf)
  await shelf.forget(at('a.ground'))
  await shelf.recall(at('a.ground'))
  expect(await shelf.list()).toEqual(before)
  await shelf.recall('/never/seen.ground')
  expect(await shelf.list()).toEqual(before)
})

it('only boards that Home shows are known', async () => {
  const { shelf, folder, at } = await computer()
  shelveBoard(at('a.ground'), { title: 'A', host: 'Samah' })
  expect(shelf.knows(at('a.ground'))).toBe(false)
  await shelf.list()
  expect(shelf.knows(at('a.ground'))).toBe(true)
  expect(shelf.knows(join(folder, '..', 'library.json'))).toBe(false)
  expect(shelf.knows('/etc/passwd')).toBe(false)
  await settled(shelf)
})

it('a damaged file that a repair has kept stands with its board, until somebody opens it or the board is gone', async () => {
  const { shelf, at, library } = await computer()
  const copies = ['Mill Lane (damaged 2026-11-23).ground', 'Mill Lane (damaged 2026-11-23) 2.ground']
  shelveBoard(at('Mill Lane.ground'), { title: 'Mill Lane', host: 'Samah' })
  for (const name of copies) writeFileSync(at(name), 'not a board')
  expect(await settled(shelf)).toMatchObject([
    {
      title: 'Mill Lane',
      damagedCopies: copies.toReversed().map((name) => ({ path: at(name), day: '2026-11-23' })),
    },
  ])
  for (const name of copies) expect(shelf.knows(at(name))).toBe(true)
  expect(shelf.knows(at('Mill Lane (damaged 2026-11-22).ground'))).toBe(false)

  rmSync(at(copies[1] ?? ''))
  shelveBoard(at(copies[1] ?? ''), { title: 'Repaired', host: 'Samah' })
  await library.remember(at(copies[1] ?? ''), { title: 'Repaired', host: 'Samah' })
  expect((await settled(shelf)).map(({ title, damagedCopies }) => [title, damagedCopies.length])).toEqual([
    ['Repaired', 0],
    ['Mill Lane', 1],
  ])
  rmSync(at('Mill Lane.ground'))
  const boards = await settled(shelf)
  expect(boards.find(({ path }) => path === at(copies[0] ?? ''))).toMatchObject({ unreadable: true })
})

it('a file that is no board is said to be unreadable, and is read no second time before it changes', async () => {
  const { shelf, at } = await computer()
  writeFileSync(at('notes.ground'), 'not a board')
  expect(await settled(shelf)).toMatchObject([{ title: 'notes', unreadable: true, size: 11 }])
  rmSync(at('notes.ground'))
  shelveBoard(at('notes.ground'), { title: 'A board now', host: 'Samah' })
  expect(await settled(shelf)).toMatchObject([{ title: 'A board now', unreadable: false }])
})

it('what is beside boards is not listed: backups, locks, folders, other files', async () => {
  const { shelf, folder, at } = await computer()
  for (const name of ['a.ground.bak', '.~lock.a.ground', 'a.ground.new', 'a.txt'])
    writeFileSync(at(name), 'x')
  await mkdir(join(folder, 'folder.ground'))
  expect(await shelf.list()).toEqual([])
})

it('a link in the folder and the board it leads to are one', async () => {
  const { shelf, home, at } = await computer()
  const real = join(home, 'elsewhere.ground')
  shelveBoard(real, { title: 'A', host: 'Samah' })
  symlinkSync(real, at('link.ground'))
  expect(await settled(shelf)).toMatchObject([{ path: real, title: 'A' }])
})

it('a board under a passphrase shows its file’s name and nothing from inside', async () => {
  const { home, shelf, at } = await computer()
  const about = { title: 'A secret', host: 'Samah', thumbnail: ONE_PIXEL }
  await shelveSealed(at('Ours.ground'), about, 'ab cd')
  expect(await settled(shelf)).toMatchObject([{ title: 'Ours', place: '', locked: true, thumbnail: '' }])
  const again = await computer(home)
  expect(await again.shelf.list()).toMatchObject([{ title: 'Ours', locked: true, thumbnail: '' }])
})

it('a board whose file was changed by another computer is read again', async () => {
  const { shelf, at } = await computer()
  shelveBoard(at('a.ground'), { title: 'Before', host: 'Samah' })
  await settled(shelf)
  rmSync(at('a.ground'))
  shelveBoard(at('a.ground'), { title: 'After', host: 'Imran' })
  await expect.poll(async () => (await shelf.list())[0]?.title).toBe('After')
  expect((await shelf.list())[0]).toMatchObject({ host: 'Imran' })
})

it('a board that was moved away is missing, and no longer when it comes back', async () => {
  const { shelf, at } = await computer()
  shelveBoard(at('a.ground'), { title: 'A', host: 'Samah' })
  await settled(shelf)
  renameSync(at('a.ground'), at('gone'))
  expect(await shelf.list()).toMatchObject([{ title: 'A', missing: true, size: null }])
  renameSync(at('gone'), at('a.ground'))
  expect(await shelf.list()).toMatchObject([{ title: 'A', missing: false }])
})

it('a search finds words inside boards, also in one that is open elsewhere', async () => {
  const { shelf, at } = await computer()
  shelveBoard(at('a.ground'), {
    title: 'Mill Lane',
    host: 'Samah',
    cards: ['The bench by the surgery is gone'],
  })
  shelveBoard(at('b.ground'), { title: 'حديقة الحي', host: 'Samah', story: 'أُزيلَ المَقْعَدُ أمام العيادة' })
  await shelveSealed(at('Locked.ground'), { title: 'Unseen' }, 'ab cd')
  writeFileSync(at('d.ground'), 'not a board')
  const held = unwrap(openBoardFile(at('a.ground'))).file
  await settled(shelf)
  expect(unwrap(await shelf.search('BENCH surgery'))).toEqual({
    found: [
      {
        path: at('a.ground'),
        where: 'card',
        text: 'The bench by the surgery is gone',
        from: 4,
        to: 9,
      },
    ],
    locked: [at('Locked.ground')],
    unread: [at('d.ground')],
    waiting: 0,
  })
  held.close()
  const arabic = unwrap(await shelf.search('ازيل المقعد'))
  expect(arabic.found).toMatchObject([{ path: at('b.ground'), where: 'story', from: 0, to: 6 }])
  expect(unwrap(await shelf.search('lock')).found).toMatchObject([
    { path: at('Locked.ground'), where: 'title' },
  ])
  expect(unwrap(await shelf.search('unseen')).found).toEqual([])
})
