import { readFile, rename } from 'node:fs/promises'
import { Low } from 'lowdb'
import { JSONFile } from 'lowdb/node'
import { type Settings, settings as settingsShape } from '#shared/ipc/contract'
import { type LibraryData, libraryData, NEW_LIBRARY, type Remembered, type WindowPlace } from './libraryData'
import { parse, salvage } from './librarySalvage'
import type { Log } from './log'
import { failureCodeOf } from './writeWhole'

/** Boards that are remembered. Those in the boards folder are found there all the same. */
const MOST_RECENTS = 1_000

/** What the app remembers between runs, in one JSON file. Every change is in the file when its promise resolves. */
export interface Library {
  /** The latest first. */
  recents(): readonly Remembered[]
  /** Puts a board where its last opening belongs; it is no longer forgotten. What is not given stays as it was. */
  remember(path: string, about: Partial<Omit<Remembered, 'path'>>): Promise<void>
  /** Takes boards from the list. With `isHidden` they stay away although their files are found in the boards folder. */
  forget(path: string, isHidden?: boolean): Promise<void>
  isForgotten(path: string): boolean
  settings(): Settings
  changeSettings(change: Partial<Settings>): Promise<Settings>
  windowPlace(window: 'main' | 'projector'): WindowPlace | null
  keepWindowPlace(window: 'main' | 'projector', place: WindowPlace): Promise<void>
}

/** Opens the library. A damaged one is set aside beside itself, and whatever in it can be read is kept. */
export async function openLibrary(path: string, log: Log, now = Date.now): Promise<Library> {
  const { data, wasDamaged } = await read(path, log, now)
  const low = new Low<LibraryData>(new JSONFile<LibraryData>(path), structuredClone(data))
  // A full disk or a read-only profile costs the memory of this change, not the person's work.
  const save = () => low.write().catch((cause) => log.failure('the library was not saved', cause))

  // What was saved from the damaged one is not to depend on the next change.
  if (wasDamaged) await save()

  return {
    recents: () => low.data.recents,
    remember: async (boardPath, about) => {
      const before = low.data.recents.find((each) => each.path === boardPath)
      const usual = {
        path: boardPath,
        title: '',
        place: '',
        host: '',
        wasOpened: true,
        locked: false,
        stamp: '',
        unnoted: [],
      }
      const entry = { ...usual, openedAt: now(), ...before, ...about }
      const others = low.data.recents.filter((each) => each.path !== boardPath)
      low.data.recents = [entry, ...others].sort((a, b) => b.openedAt - a.openedAt).slice(0, MOST_RECENTS)
      low.data.forgotten = low.data.forgotten.filter((each) => each !== boardPath)
      await save()
    },
    forget: async (boardPath, isHidden = false) => {
      low.data.recents = low.data.recents.filter((each) => each.path !== boardPath)
      const others = low.data.forgotten.filter((each) => each !== boardPath)
      low.data.forgotten = isHidden ? [...others, boardPath] : others
      await save()
    },
    isForgotten: (boardPath) => low.data.forgotten.includes(boardPath),
    settings: () => low.data.settings,
    changeSettings: async (change) => {
      low.data.settings = settingsShape.parse({ ...low.data.settings, ...change })
      await save()
      return low.data.settings
    },
    windowPlace: (window) => low.data.windows[window],
    keepWindowPlace: async (window, place) => {
      low.data.windows[window] = place
      await save()
    },
  }
}

async function read(
  path: string,
  log: Log,
  now: () => number,
): Promise<{ data: LibraryData; wasDamaged: boolean }> {
  let data = NEW_LIBRARY
  try {
    const text = await readFile(path, 'utf8')
    const whole = libraryData.safeParse(parse(text))
    if (whole.success) return { data: whole.data, wasDamaged: false }
    log.failure('the library is damaged', whole.error)
    data = salvage(text)
  } catch (cause) {
    if (failureCodeOf(cause) === 'missing') return { data, wasDamaged: false }
    log.failure('the library cannot be read', cause)
  }
  await rename(path, `${path}.damaged-${now()}`).catch((cause) => log.failure('it stays where it is', cause))
  return { data, wasDamaged: true }
}
