import { existsSync, mkdirSync, readdirSync, readFileSync, renameSync, rmSync, writeFileSync } from 'node:fs'
import { basename, join } from 'node:path'
import { expect, it } from 'vitest'
import { addCard } from '#shared/board/actions/cards'
import { readAll, readSingleton } from '#shared/board/records'
import { failed } from '#shared/failure'
import { openedBoard } from '#shared/ipc/contract'
import { openBoardFile } from '../../../electron/files/boardFile'
import { unpackDocument } from '../../../electron/files/document'
import { lookAt } from '../../../electron/files/lookAt'
import { backupsOf } from '../../../electron/files/moveBoardFile'
import { openFile } from '../../../electron/files/thread/openFile'
import { openLibrary } from '../../../electron/library'
import { lookInside } from '../../../electron/reader/lookInside'
import { createThumbnails } from '../../../electron/thumbnails'
import { createTurns } from '../../../electron/turns'
import { createUpkeep } from '../../../electron/upkeep'
import { hubInProcess } from '../../support/inProcess'
import { memoryLog } from '../../support/memoryLog'
import { connectTo, failureOf, isLive, isSaved, unwrap } from '../../support/realHub'
import { ONE_PIXEL, shelveBoard, shelveSealed } from '../../support/shelf'
import { temporaryFolder } from '../../support/temporaryFolder'
import { threadsFolder } from '../../support/threads.mjs'

/** Everything that the app does to boards as a whole, with a real hub and real files. Nothing is written below `readOnly`. */
async function desk({ readOnly }: { readOnly?: string } = {}) {
  const home = await temporaryFolder()
  const folder = join(home, 'boards')
  const bin = join(home, 'trash')
  mkdirSync(folder)
  mkdirSync(bin)
  const library = await openLibrary(join(home, 'library.json'), memoryLog())
  const thumbnails = createThumbnails(join(home, 'thumbnails'))
  const real = hubInProcess()
  const hub: typeof real = {
    ...real,
    // Root may write everywhere, so the disk itself cannot refuse here.
    ask: async (request, value) =>
      readOnly !== undefined && request.do === 'copy' && request.to.startsWith(readOnly)
        ? failed('readOnly')
        : real.ask(request, value),
  }
  const open = new Set<string>()
  const shown: string[] = []
  const log = memoryLog()
  const has = { trash: true }
  const upkeep = createUpkeep({
    hub,
    boards: { holdersOf: (path) => (open.has(path) ? ['a window'] : []) },
    library,
    thumbnails,
    turns: createTurns(),
    log,
    folder: () => folder,
    nameCopy: (title) => `Copy of ${title}`,
    shell: {
      trashItem: async (path) => {
        if (!has.trash) throw new Error('Failed to move item to trash')
        renameSync(path, join(bin, basename(path)))
      },
      showItemInFolder: (path) => shown.push(path),
    },
  })
  const at = (name: string) => join(folder, name)
  /** A board on the shelf with one card. */
  const board = async (name: string, title = name, cards = ['The bench is gone']) => {
    shelveBoard(at(`${name}.ground`), { title, place: 'Hall', host: 'Samah', cards, thumbnail: ONE_PIXEL })
    await library.remember(at(`${name}.ground`), { title, place: 'Hall', host: 'Samah', openedAt: 5 })
    await thumbnails.keep(at(`${name}.ground`), ONE_PIXEL)
    return at(`${name}.ground`)
  }
  /** Opens a board in the hub, with a replica that writes in it. */
  const openInHub = async (path: string) => {
    const { url, token } = unwrap(await hub.ask({ do: 'open', path }, openedBoard))
    open.add(path)
    return isLive(connectTo({ url, credential: { kind: 'token', token } }))
  }
  return { home, folder, bin, library, thumbnails, upkeep, open, shown, log, has, at, board, openInHub }
}

function inside(path: string) {
  const { doc } = unwrap(lookInside(path))
  return {
    title: readSingleton(doc, 'meta').title,
    cards: readAll(doc, 'cards')
      .map(({ text }) => text)
      .sort(),
  }
}
const idOf = (path: string): string => {
  const { file } = unwrap(lookAt(path))
  file.close()
  return file.id
}

it('a renamed board has the name inside, on Home and as its file’s, with its backup and picture', async () => {
  const { upkeep, library, thumbnails, board, at } = await desk()
  const path = await board('Old')
  writeFileSync(`${path}.bak`, 'backup')
  expect(await upkeep.rename(path, 'A quieter Mill Lane: part 2')).toEqual({
    ok: true,
    value: at('A quieter Mill Lane part 2.ground'),
  })
  const now = at('A quieter Mill Lane part 2.ground')
  expect(inside(now)).toEqual({ title: 'A quieter Mill Lane: part 2', cards: ['The bench is gone'] })
  expect([existsSync(path), existsSync(`${path}.bak`)]).toEqual([false, false])
  expect(readFileSync(`${now}.bak`, 'utf8')).toBe('backup')
  expect(library.recents()).toMatchObject([
    { path: now, title: 'A quieter Mill Lane: part 2', place: 'Hall', host: 'Samah', openedAt: 5 },
  ])
  expect(await thumbnails.read(now)).toMatch(/^data:/)
})

it('no file is ever overwritten by a new name, nor taken for the backup of another board', async () => {
  const { upkeep, board, at } = await desk()
  await board('Taken')
  writeFileSync(at('Taken 2.ground.bak'), 'of another board')
  const path = await board('Old')
  expect(unwrap(await upkeep.rename(path, 'Taken'))).toBe(at('Taken 3.ground'))
  expect(inside(at('Taken.ground')).title).toBe('Taken')
})

it('a board that is open gets its new name at once, and its file keeps its own', async () => {
  const { upkeep, board, openInHub } = await desk()
  const path = await board('Old')
  const replica = await openInHub(path)
  const seen = new Promise<void>((resolve) => replica.doc.getMap('meta').observe(() => resolve()))
  expect(unwrap(await upkeep.rename(path, 'New'))).toBe(path)
  await seen
  expect(readSingleton(replica.doc, 'meta').title).toBe('New')
  expect(inside(path).title).toBe('New')
})

it('a board that another program has open is not renamed', async () => {
  const { upkeep, board } = await desk()
  const path = await board('Old')
  const { file } = unwrap(openBoardFile(path))
  expect(failureOf(await upkeep.rename(path, 'New'))).toBe('boardInUse')
  file.close()
  expect(inside(path).title).toBe('Old')
})

it('a copy is another board with the same content, beside the first', async () => {
  const { upkeep, library, thumbnails, board, at } = await desk()
  const path = await board('Mill Lane')
  const before = inside(path)
  const copy = unwrap(await upkeep.duplicate(path))
  expect(copy).toBe(at('Copy of Mill Lane.ground'))
  expect(inside(copy)).toEqual({ title: 'Copy of Mill Lane', cards: ['The bench is gone'] })
  expect(idOf(copy)).not.toBe(idOf(path))
  expect(inside(path)).toEqual(before)
  const { file } = unwrap(openBoardFile(path))
  expect(unwrap(file.exports.list())).toMatchObject([{ about: { kind: 'ground', name: basename(copy) } }])
  file.close()
  expect(library.recents()[0]).toMatchObject({ path: copy, title: 'Copy of Mill Lane', place: 'Hall' })
  expect(await thumbnails.read(copy)).toMatch(/^data:/)
  expect(unwrap(await upkeep.duplicate(path))).toBe(at('Copy of Mill Lane 2.ground'))
})

it('a copy of an open board holds everything that was said to be saved', async () => {
  const { upkeep, board, openInHub } = await desk()
  const path = await board('Mill Lane')
  const replica = await openInHub(path)
  const writer = { doc: replica.doc, person: 'p', origin: 'test', now: () => 1 }
  for (let n = 0; n < 20; n += 1) {
    addCard(writer, { type: 'note', text: `card ${n}` })
    await isSaved(replica)
    if (n % 7 === 0) expect(inside(unwrap(await upkeep.duplicate(path))).cards).toContain(`card ${n}`)
  }
})

it('whoever hosts a board from here is the same person on its copy', async () => {
  const { upkeep, board, openInHub } = await desk()
  const path = await board('Mill Lane')
  const person = (await openInHub(path)).me.get()?.person
  const copy = unwrap(await upkeep.duplicate(path))
  const again = await openInHub(copy)
  expect(person).toBeDefined()
  expect(again.me.get()?.person).toBe(person)
})

it('a board that another program has open can be copied', async () => {
  const { upkeep, board } = await desk()
  const path = await board('Mill Lane')
  const { file } = unwrap(openBoardFile(path))
  expect(inside(unwrap(await upkeep.duplicate(path))).cards).toEqual(['The bench is gone'])
  file.close()
})

it('a copy of one’s own goes to the boards folder, wherever the board lies', async () => {
  const share = await temporaryFolder()
  const { upkeep, at } = await desk()
  shelveBoard(join(share, 'a.ground'), { title: 'A' })
  expect(unwrap(await upkeep.copyToOwn(join(share, 'a.ground')))).toBe(at('Copy of a.ground'))
  expect(inside(at('Copy of a.ground')).title).toBe('Copy of A')
  expect(readdirSync(share)).toEqual(['a.ground'])
})

it('a copy of a board in a folder that may not be written goes to the boards folder', async () => {
  const stick = await temporaryFolder()
  const { upkeep, at } = await desk({ readOnly: stick })
  shelveBoard(join(stick, 'a.ground'), { title: 'A' })
  expect(unwrap(await upkeep.duplicate(join(stick, 'a.ground')))).toBe(at('Copy of a.ground'))
  expect(inside(at('Copy of a.ground')).title).toBe('Copy of A')
  expect(readdirSync(stick)).toEqual(['a.ground'])
})

it('a copy elsewhere is the same board, and the board notes that it left', async () => {
  const { upkeep, home, board } = await desk()
  const path = await board('Mill Lane')
  const to = join(home, 'stick.ground')
  expect(unwrap(await upkeep.exportCopy(path, to))).toBe(to)
  expect(inside(to)).toEqual(inside(path))
  expect(idOf(to)).toBe(idOf(path))
  const { file } = unwrap(lookAt(path))
  expect(unwrap(file.exports.list())).toMatchObject([{ about: { kind: 'ground', name: 'stick.ground' } }])
  file.close()
})

it('a copy never takes the place of a board that is open, nor of itself', async () => {
  const { upkeep, board } = await desk()
  const [one, two] = [await board('One'), await board('Two')]
  const { file } = unwrap(openBoardFile(two))
  expect(failureOf(await upkeep.exportCopy(one, two))).toBe('boardInUse')
  file.close()
  expect(failureOf(await upkeep.exportCopy(one, one))).toBe('cancelled')
  expect(inside(two).title).toBe('Two')
  expect(unwrap(await upkeep.exportCopy(one, two))).toBe(two)
  expect(inside(two).title).toBe('One')
})

it('a copy that cannot be written leaves nothing behind', async () => {
  const { upkeep, home, board } = await desk()
  const path = await board('Mill Lane')
  expect(await upkeep.exportCopy(path, join(home, 'nowhere', 'a.ground'))).toMatchObject({ ok: false })
  expect(existsSync(join(home, 'nowhere'))).toBe(false)
})

it('a board in the trash is whole, with its backups, and off the list', async () => {
  const { upkeep, library, thumbnails, bin, folder, board } = await desk()
  const path = await board('Mill Lane')
  writeFileSync(`${path}.bak`, 'backup')
  writeFileSync(`${path}.v1.bak`, 'older')
  expect(unwrap(await upkeep.trash(path))).toBeNull()
  expect(readdirSync(folder)).toEqual([])
  expect(inside(join(bin, 'Mill Lane.ground')).cards).toEqual(['The bench is gone'])
  expect(backupsOf(join(bin, 'Mill Lane.ground'))).toHaveLength(2)
  expect(library.recents()).toEqual([])
  expect(await thumbnails.read(path)).toBe('')
})

it('a damaged copy goes to the trash with what a repair kept of it, journal and all', async () => {
  const { upkeep, bin, folder, board, at } = await desk()
  await board('Mill Lane')
  const name = 'Mill Lane (damaged 2026-11-23).ground'
  for (const ending of ['', '-journal', '.bak', '.new']) writeFileSync(at(name + ending), 'd9d505f9')
  expect(unwrap(await upkeep.trash(at(name)))).toBeNull()
  expect(readdirSync(folder)).toEqual(['Mill Lane.ground'])
  expect(readdirSync(bin).sort()).toEqual([name, `${name}-journal`, `${name}.bak`, `${name}.new`])
})

it('where there is no trash nothing is deleted', async () => {
  const { upkeep, library, has, folder, board } = await desk()
  const path = await board('Mill Lane')
  const before = readdirSync(folder)
  has.trash = false
  expect(failureOf(await upkeep.trash(path))).toBe('noTrash')
  expect(readdirSync(folder)).toEqual(before)
  expect(inside(path).title).toBe('Mill Lane')
  expect(library.recents()).toHaveLength(1)
})

it('a board that is open anywhere does not go to the trash', async () => {
  const { upkeep, open, board } = await desk()
  const path = await board('Mill Lane')
  open.add(path)
  expect(failureOf(await upkeep.trash(path))).toBe('boardInUse')
  open.delete(path)
  const { file } = unwrap(openBoardFile(path))
  expect(failureOf(await upkeep.trash(path))).toBe('boardInUse')
  file.close()
  expect(await upkeep.trash(path)).toMatchObject({ ok: true })
})

it('a file that is gone is shown in no folder and moved nowhere', async () => {
  const { upkeep, shown, board } = await desk()
  const path = await board('Mill Lane')
  expect(upkeep.reveal(path)).toEqual({ ok: true, value: null })
  rmSync(path)
  expect(failureOf(upkeep.reveal(path))).toBe('missing')
  expect(failureOf(await upkeep.trash(path))).toBe('missing')
  expect(shown).toEqual([path])
})

it('a board under a passphrase is copied without it, and every byte stays sealed', async () => {
  const { upkeep, at, home, bin, library } = await desk()
  const path = at('Ours.ground')
  await shelveSealed(path, { title: 'Secret', cards: ['a secret word'] }, 'ab cd')
  await library.remember(path, { title: 'Ours', locked: true })
  const copy = unwrap(await upkeep.duplicate(path))
  expect(copy).toBe(at('Copy of Ours.ground'))
  expect(library.recents()[0]).toMatchObject({ path: copy, title: 'Copy of Ours', locked: true })
  const elsewhere = unwrap(await upkeep.exportCopy(path, join(home, 'stick.ground')))
  expect(readFileSync(elsewhere)).toEqual(readFileSync(path))
  const ids = [path, copy, elsewhere].map((each) => {
    expect(failureOf(openBoardFile(each))).toBe('needsPassphrase')
    expect(readFileSync(each).includes('ecret')).toBe(false)
    const { file, contents } = unwrap(openBoardFile(each, 'ab cd'))
    file.close()
    const doc = unwrap(unpackDocument(contents))
    expect(readAll(doc, 'cards').map(({ text }) => text)).toEqual(['a secret word'])
    return file.id
  })
  expect(ids[2]).toBe(ids[0])
  expect(ids[1]).not.toBe(ids[0])
  // The board could not note them itself: it is done when it is opened.
  expect(
    library
      .recents()
      .find((each) => each.path === path)
      ?.unnoted.map(({ name }) => name),
  ).toEqual(['Copy of Ours.ground', 'stick.ground'])
  expect(await upkeep.trash(path)).toMatchObject({ ok: true })
  expect(readdirSync(bin)).toEqual(['Ours.ground'])
})

it('a damaged board under a passphrase is not copied, and what stood at the place stays', async () => {
  const { upkeep, at, home } = await desk()
  const path = at('Ours.ground')
  await shelveSealed(path, { title: 'Secret' }, 'ab cd')
  const { file } = unwrap(openBoardFile(path, 'ab cd'))
  const hash = unwrap(file.assets.keep('image/png', new Uint8Array(20_000).fill(7)))
  expect(hash).toHaveLength(64)
  file.close()
  const bytes = readFileSync(path)
  const at20 = bytes.length - 5_000
  bytes[at20] = (bytes[at20] ?? 0) ^ 1
  writeFileSync(path, bytes)
  const to = join(home, 'stick.ground')
  writeFileSync(to, 'mine')
  expect(failureOf(await upkeep.exportCopy(path, to))).toBe('corrupt')
  expect(readFileSync(to, 'utf8')).toBe('mine')
  expect(readdirSync(home).filter((name) => name.includes('.new'))).toEqual([])
})

it('a board under a passphrase is renamed with it, inside and on the disk', async () => {
  const { upkeep, at, library } = await desk()
  const path = at('Ours.ground')
  await shelveSealed(path, { title: 'Secret' }, 'ab cd')
  await library.remember(path, { title: 'Ours', locked: true })
  expect(failureOf(await upkeep.rename(path, 'Mill: Lane'))).toBe('needsPassphrase')
  expect(failureOf(await upkeep.rename(path, 'Mill: Lane', 'loud'))).toBe('wrongPassphrase')
  expect(readdirSync(at('.'))).toEqual(['Ours.ground'])
  const to = unwrap(await upkeep.rename(path, 'Mill: Lane', 'ab cd'))
  expect(to).toBe(at('Mill Lane.ground'))
  const { file, contents } = unwrap(openBoardFile(to, 'ab cd'))
  file.close()
  expect(readSingleton(unwrap(unpackDocument(contents)), 'meta').title).toBe('Mill: Lane')
  expect(library.recents()).toMatchObject([{ path: to, title: 'Mill Lane', locked: true }])
})

it('a copy of a sealed board that is open here stays sealed', async () => {
  const { at } = await desk()
  const path = at('Ours.ground')
  await shelveSealed(path, { title: 'Secret', cards: ['a secret word'] }, 'ab cd')
  const { file } = unwrap(await openFile({ path, scripts: threadsFolder, passphrase: 'ab cd' }))
  const another = { id: 'another', title: 'Copy of {{title}}', devices: new Map() }
  unwrap(await file.copyTo(at('copy.ground'), another))
  await file.close()
  expect(failureOf(openBoardFile(at('copy.ground')))).toBe('needsPassphrase')
  const copy = unwrap(openBoardFile(at('copy.ground'), 'ab cd'))
  const doc = unwrap(unpackDocument(copy.contents))
  copy.file.close()
  expect([copy.file.id, readSingleton(doc, 'meta').title]).toEqual(['another', 'Copy of Secret'])
  expect(readFileSync(at('copy.ground')).includes('a secret word')).toBe(false)
})
