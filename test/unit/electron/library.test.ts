import { readdir, readFile, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import fc from 'fast-check'
import { expect, it } from 'vitest'
import { FIRST_SETTINGS } from '#shared/ipc/contract'
import { openLibrary } from '../../../electron/library'
import { memoryLog } from '../../support/memoryLog'
import { temporaryFolder } from '../../support/temporaryFolder'

const SETTINGS = { ...FIRST_SETTINGS, language: 'ar', name: 'Nadia', contrast: 'high' } as const
const RECENT = { path: '/boards/a.ground', title: 'A', place: 'Hall', openedAt: 5 }
const NO_WINDOWS = { main: null, projector: null }

async function libraryOf(content: unknown) {
  const path = join(await temporaryFolder(), 'library.json')
  await writeFile(path, typeof content === 'string' ? content : JSON.stringify(content))
  return { path, library: await openLibrary(path, memoryLog(), () => 7) }
}

it('remembers boards with the latest first', async () => {
  const path = join(await temporaryFolder(), 'library.json')
  const library = await openLibrary(path, memoryLog())
  await library.remember('/a.ground', { title: 'A', openedAt: 1 })
  await library.remember('/b.ground', { title: 'B', openedAt: 3 })
  await library.remember('/c.ground', { title: 'C', openedAt: 2 })
  const again = await openLibrary(path, memoryLog())
  expect(again.recents().map((recent) => recent.title)).toEqual(['B', 'C', 'A'])
})

it('opening a board again moves it to the front and keeps its title', async () => {
  const library = await openLibrary(join(await temporaryFolder(), 'library.json'), memoryLog())
  await library.remember('/a.ground', { title: 'A', place: 'Hall', openedAt: 1 })
  await library.remember('/b.ground', { title: 'B', openedAt: 2 })
  await library.remember('/a.ground', { openedAt: 3 })
  expect(library.recents()).toMatchObject([{ path: '/a.ground', title: 'A', place: 'Hall' }, { title: 'B' }])
})

it('a picture that arrives late does not move a board to the front', async () => {
  const library = await openLibrary(join(await temporaryFolder(), 'library.json'), memoryLog())
  await library.remember('/a.ground', { openedAt: 1 })
  await library.remember('/b.ground', { openedAt: 2 })
  await library.remember('/a.ground', { title: 'Renamed' })
  expect(library.recents().map((recent) => recent.path)).toEqual(['/b.ground', '/a.ground'])
})

it('remembers the thousand latest boards', async () => {
  const recents = Array.from({ length: 1_000 }, (_, n) => ({ ...RECENT, path: `/${n}.ground`, openedAt: n }))
  const { library } = await libraryOf({ recents, settings: SETTINGS, windows: NO_WINDOWS })
  await library.remember('/new.ground', { openedAt: 2_000 })
  expect(library.recents()).toHaveLength(1_000)
  expect(library.recents().at(-1)?.path).toBe('/1.ground')
})

it('a board that is forgotten for good stays forgotten until it is opened again', async () => {
  const { path, library } = await libraryOf({ recents: [RECENT], settings: SETTINGS, windows: NO_WINDOWS })
  await library.forget(RECENT.path, true)
  const again = await openLibrary(path, memoryLog())
  expect([again.recents(), again.isForgotten(RECENT.path)]).toEqual([[], true])
  await again.remember(RECENT.path, {})
  expect((await openLibrary(path, memoryLog())).isForgotten(RECENT.path)).toBe(false)
})

it('a library of an earlier version is read, and is not damaged', async () => {
  const { path, library } = await libraryOf({ recents: [RECENT], settings: SETTINGS, windows: NO_WINDOWS })
  expect(library.recents()).toMatchObject([{ ...RECENT, host: '', locked: false, wasOpened: true }])
  expect(await readdir(join(path, '..'))).toEqual(['library.json'])
})

it('a library that is no JSON is set aside and begun anew', async () => {
  const { path, library } = await libraryOf('{"recents": [')
  expect(library.recents()).toEqual([])
  expect(library.settings().language).toBe('system')
  expect(await readFile(`${path}.damaged-7`, 'utf8')).toBe('{"recents": [')
  await library.remember('/a.ground', {})
  expect((await openLibrary(path, memoryLog())).recents()).toHaveLength(1)
})

it('whatever in a damaged library still reads is kept', async () => {
  const { path, library } = await libraryOf({
    recents: [RECENT, { path: 7 }, null],
    settings: SETTINGS,
    windows: { main: { x: 'left' }, projector: null },
  })
  expect(library.recents()).toMatchObject([RECENT])
  expect(library.settings()).toEqual(SETTINGS)
  expect(library.windowPlace('main')).toBeNull()
  expect(await readdir(join(path, '..'))).toContain('library.json.damaged-7')
})

it('a sound library is not set aside', async () => {
  const { path } = await libraryOf({ recents: [RECENT], settings: SETTINGS, windows: NO_WINDOWS })
  expect(await readdir(join(path, '..'))).toEqual(['library.json'])
})

it('opens whatever the file holds', async () => {
  const path = join(await temporaryFolder(), 'library.json')
  await fc.assert(
    fc.asyncProperty(fc.oneof(fc.json(), fc.string()), async (content) => {
      await writeFile(path, content)
      const library = await openLibrary(path, memoryLog())
      expect(Array.isArray(library.recents())).toBe(true)
      expect(typeof library.settings().language).toBe('string')
    }),
    { numRuns: 100 },
  )
})

/** A library as lowdb writes it, with titles that look like JSON. */
async function writtenLibrary() {
  const path = join(await temporaryFolder(), 'library.json')
  const library = await openLibrary(path, memoryLog())
  await library.changeSettings(SETTINGS)
  const titles = ['A', '{"path": "}', 'back\\slash "quoted"', 'ساحة', '{{{', '🚪}']
  for (const [n, title] of titles.entries()) {
    await library.remember(`/boards/${n}.ground`, { title, place: '}', openedAt: n + 1 })
  }
  return { path, text: await readFile(path, 'utf8'), recents: library.recents() }
}

it('every board that stands whole in a file cut anywhere is kept, as it was', async () => {
  const { path, text, recents } = await writtenLibrary()
  // The entries in their order, each with where it ends in the text.
  const ends = recents.map((entry) => {
    const start = text.indexOf(`"path": ${JSON.stringify(entry.path)}`)
    return text.indexOf(`"stamp": ${JSON.stringify(entry.stamp)}`, start) + `"stamp": ""`.length
  })
  await fc.assert(
    fc.asyncProperty(fc.integer({ min: 1, max: text.length - 1 }), async (cut) => {
      await writeFile(path, text.slice(0, cut))
      const library = await openLibrary(path, memoryLog())
      const whole = recents.filter((_, at) => text.indexOf('}', ends[at]) < cut)
      expect(library.recents()).toEqual(whole)
    }),
    { numRuns: 60 },
  )
})

it('a changed byte costs at most the board that it stands in, and never the whole list', async () => {
  const { path, text, recents } = await writtenLibrary()
  const bytes = Buffer.from(text)
  const list = bytes.indexOf('"forgotten"')
  await fc.assert(
    fc.asyncProperty(
      fc.integer({ min: 0, max: list - 1 }),
      fc.integer({ min: 1, max: 255 }),
      async (at, flip) => {
        const changed = Buffer.from(bytes)
        changed[at] = (changed[at] ?? 0) ^ flip
        await writeFile(path, changed)
        const library = await openLibrary(path, memoryLog())
        const same = recents.filter((one) => library.recents().some((kept) => kept.path === one.path))
        expect(same.length).toBeGreaterThanOrEqual(recents.length - 2)
        expect(library.settings()).toEqual(SETTINGS)
      },
    ),
    { numRuns: 150 },
  )
})

it('settings are found in a file whose beginning is gone', async () => {
  const { path, text } = await writtenLibrary()
  await writeFile(path, text.slice(40))
  expect((await openLibrary(path, memoryLog())).settings()).toEqual(SETTINGS)
})

it('the file is a whole library at every moment of many changes', async () => {
  const { path, library } = await libraryOf({ recents: [RECENT], settings: SETTINGS, windows: NO_WINDOWS })
  let isWriting = true
  const writes = Promise.all(
    Array.from({ length: 100 }, (_, n) => library.remember(`/${n}.ground`, { title: 'x'.repeat(5000) })),
  ).finally(() => {
    isWriting = false
  })
  let reads = 0
  while (isWriting) {
    expect(JSON.parse(await readFile(path, 'utf8'))).toHaveProperty('settings')
    reads += 1
  }
  await writes
  expect(reads).toBeGreaterThan(0)
})

it('a change of settings keeps the others', async () => {
  const { path, library } = await libraryOf({ recents: [], settings: SETTINGS, windows: NO_WINDOWS })
  await library.changeSettings({ contrast: 'normal' })
  expect((await openLibrary(path, memoryLog())).settings()).toEqual({ ...SETTINGS, contrast: 'normal' })
})

it('a folder that cannot be written costs only the memory', async () => {
  const log = memoryLog()
  const library = await openLibrary(join(await temporaryFolder(), 'missing', 'library.json'), log)
  await library.remember('/a.ground', {})
  expect(library.recents()).toHaveLength(1)
  expect(log.lines).toEqual(['the library was not saved'])
})
