import { z } from 'zod'
import { settings } from '#shared/ipc/contract'
import { type LibraryData, NEW_LIBRARY, remembered, windowPlace } from './libraryData'

/** Objects of a damaged file that are looked at; each is a board, the settings or a window's place. */
const MOST_PIECES = 10_000

/** Braces with no others between them, save inside of strings. */
const SMALL_OBJECT = /\{(?:[^{}"]|"(?:[^"\\]|\\.)*")*\}/g

/**
 * Every board that still stands whole anywhere in a damaged library, and every other part that still parses; the
 * usual value for the rest.
 */
export function salvage(text: string): LibraryData {
  const content = parse(text)
  const shaped = fromContent(content)
  const { boards, chosen } = fromPieces(text)
  const listed = new Set(shaped.recents.map(({ path }) => path))
  return {
    ...shaped,
    recents: [...shaped.recents, ...boards.filter(({ path }) => !listed.has(path))],
    settings: settingsIn(content) ?? chosen ?? NEW_LIBRARY.settings,
  }
}

function settingsIn(content: unknown): LibraryData['settings'] | undefined {
  return z.object({ settings }).safeParse(content).data?.settings
}

function fromContent(content: unknown): LibraryData {
  const place = windowPlace.nullable().catch(null)
  const { recents, windows, forgotten } = NEW_LIBRARY
  return z
    .object({
      recents: z
        .array(remembered.nullable().catch(null))
        .transform((entries) => entries.filter((entry) => entry !== null))
        .catch(recents),
      forgotten: z
        .array(z.string().nullable().catch(null))
        .transform((paths) => paths.filter((path) => path !== null))
        .catch(forgotten),
      settings: settings.catch(NEW_LIBRARY.settings),
      windows: z.object({ main: place, projector: place }).catch(windows),
    })
    .catch(NEW_LIBRARY)
    .parse(content)
}

/**
 * What can be read from a file that was cut or overwritten in the middle: every board and the settings stand in it as
 * small objects, each whole or lost by itself.
 */
function fromPieces(text: string) {
  const boards = new Map<string, LibraryData['recents'][number]>()
  let chosen: LibraryData['settings'] | undefined
  for (const [piece] of [...text.matchAll(SMALL_OBJECT)].slice(0, MOST_PIECES)) {
    const value = parse(piece)
    const board = remembered.safeParse(value)
    if (board.success && !boards.has(board.data.path)) boards.set(board.data.path, board.data)
    chosen = settings.safeParse(value).data ?? chosen
  }
  return { boards: [...boards.values()], chosen }
}

/** Undefined for what is no JSON. */
export function parse(text: string): unknown {
  try {
    return JSON.parse(text)
  } catch {
    return undefined
  }
}
