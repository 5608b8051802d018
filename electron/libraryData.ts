import { z } from 'zod'
import { FIRST_SETTINGS, keptSettings } from '#shared/ipc/contract'

/** Pixels of the desktop, as Electron counts them. */
export const windowPlace = z.object({
  x: z.number().int(),
  y: z.number().int(),
  width: z.number().int().positive(),
  height: z.number().int().positive(),
  isMaximized: z.boolean(),
})
export type WindowPlace = z.infer<typeof windowPlace>

export const remembered = z.object({
  path: z.string().min(1),
  title: z.string(),
  place: z.string(),
  /** ms since 1970 */
  openedAt: z.number(),
  /** False when nobody has opened it here: `openedAt` is the file's own time then. */
  wasOpened: z.boolean().default(true),
  /** Who hosted it last; empty when nobody has said so. */
  host: z.string().default(''),
  /** It is under a passphrase. */
  locked: z.boolean().default(false),
  /** The file as it was when the rest was true of it, see `stampOf`; empty when that is not known. */
  stamp: z.string().default(''),
  /** Copies that left it, and that the file itself could not note; `made` in ms since 1970. */
  unnoted: z.array(z.object({ made: z.number(), name: z.string() })).default([]),
})
/** A board on Home, without what must be looked up: its thumbnail, its size, and whether it is still there. */
export type Remembered = z.infer<typeof remembered>

export const libraryData = z.object({
  recents: z.array(remembered),
  /** Boards in the boards folder that the person does not want to see on Home. */
  forgotten: z.array(z.string()).default([]),
  settings: keptSettings,
  windows: z.object({ main: windowPlace.nullable(), projector: windowPlace.nullable() }),
})
export type LibraryData = z.infer<typeof libraryData>

export const NEW_LIBRARY: LibraryData = {
  recents: [],
  forgotten: [],
  settings: FIRST_SETTINGS,
  windows: { main: null, projector: null },
}
