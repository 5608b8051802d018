import { rename } from 'node:fs/promises'
import { Low } from 'lowdb'
import { JSONFile } from 'lowdb/node'
import { z } from 'zod'
import { type Settings, settings as settingsShape } from '#shared/ipc/contract'
import type { Log } from './log'

/** Boards that Home remembers. */
const MOST_RECENTS = 24

/** Pixels of the desktop, as Electron counts them. */
export const windowPlace = z.object({
  x: z.number().int(),
  y: z.number().int(),
  width: z.number().int().positive(),
  height: z.number().int().positive(),
  isMaximized: z.boolean(),
})
export type WindowPlace = z.infer<typeof windowPlace>

const remembered = z.object({
  path: z.string().min(1),
  title: z.string(),
  place: z.string(),
  openedAt: z.number(),
})
/** A board on Home, without what must be looked up: its thumbnail and whether it is still there. */
export type Remembered = z.infer<typeof remembered>

const USUAL_SETTINGS: Settings = { language: 'system', name: '', contrast: 'normal' }

const libraryShape = z.object({
  recents: z.array(remembered),
  settings: settingsShape,
  windows: z.object({ main: windowPlace.nullable(), projector: windowPlace.nullable() }),
})
type LibraryData = z.infer<typeof libraryShape>

/** What the app remembers between runs, in one JSON file. Every change is in the file when its promise resolves. */
export interface Library {
  /** The latest first. */
  recents(): readonly Remembered[]
  /** Puts a board first. Title and place stay as they were where they are not given. */
  remember(path: string, about: { title?: string; place?: string; openedAt?: number }): Promise<void>
  forget(path: string): Promise<void>
  settings(): Settings
  changeSettings(change: Partial<Settings>): Promise<Settings>
  windowPlace(window: 'main' | 'projector'): WindowPlace | null
  keepWindowPlace(window: 'main' | 'projector', place: WindowPlace): Promise<void>
}

/** Opens the library. A damaged one is set aside beside itself, and whatever in it can be read is kept. */
export async function openLibrary(path: string, log: Log, now = Date.now): Promise<Library> {
  const file = new JSONFile<unknown>(path)
  const found = await read(file, path, log, now)
  const low = new Low<LibraryData>(file as JSONFile<LibraryData>, found)
  // A full disk or a read-only profile costs the memory of this change, not the person's work.
  const save = () => low.write().catch((cause) => log.failure('the library was not saved', cause))

  return {
    recents: () => low.data.recents,
    remember: async (boardPath, about) => {
      const before = low.data.recents.find((each) => each.path === boardPath)
      const entry = {
        path: boardPath,
        title: about.title ?? before?.title ?? '',
        place: about.place ?? before?.place ?? '',
        openedAt: about.openedAt ?? before?.openedAt ?? now(),
      }
      const others = low.data.recents.filter((each) => each.path !== boardPath)
      low.data.recents = [entry, ...others].sort((a, b) => b.openedAt - a.openedAt).slice(0, MOST_RECENTS)
      await save()
    },
    forget: async (boardPath) => {
      low.data.recents = low.data.recents.filter((each) => each.path !== boardPath)
      await save()
    },
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
  file: JSONFile<unknown>,
  path: string,
  log: Log,
  now: () => number,
): Promise<LibraryData> {
  let content: unknown = null
  try {
    content = await file.read()
    if (content === null) return salvage({})
    const whole = libraryShape.safeParse(content)
    if (whole.success) return whole.data
    log.failure('the library is damaged', whole.error)
  } catch (cause) {
    log.failure('the library cannot be read', cause)
  }
  await rename(path, `${path}.damaged-${now()}`).catch((cause) => log.failure('it stays where it is', cause))
  return salvage(content)
}

/** Every part that still parses; the usual value for the rest. */
function salvage(content: unknown): LibraryData {
  const place = windowPlace.nullable().catch(null)
  const recents = z
    .array(remembered.nullable().catch(null))
    .transform((entries) => entries.filter((entry) => entry !== null))
    .catch([])
  return z
    .object({
      recents,
      settings: settingsShape.catch(USUAL_SETTINGS),
      windows: z.object({ main: place, projector: place }).catch({ main: null, projector: null }),
    })
    .catch({ recents: [], settings: USUAL_SETTINGS, windows: { main: null, projector: null } })
    .parse(content)
}
