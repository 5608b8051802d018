import { readdir } from 'node:fs/promises'
import { basename, dirname } from 'node:path'
import { z } from 'zod'
import type { PurgeOrder } from '#shared/board/purgeOrder'
import { type Result, success } from '#shared/failure'
import { type HostedRoom, type KnownExport, knownExport, type Purged, purged } from '#shared/ipc/contract'
import type { ExportedCopy } from '#shared/sync/protocol'
import { damagedCopiesIn } from './files/damagedCopies'
import type { Hub } from './hubClient'
import type { Library } from './library'
import type { Log } from './log'
import { createRooms, type Rooms } from './rooms'
import type { Thumbnails } from './thumbnails'

/** What whoever hosts does with an open board: the room that people come into, and the words that go for good. */
export interface Hosting {
  readonly rooms: Rooms
  /** Opens the room, and remembers for Home who hosts. */
  openRoom(path: string): Promise<Result<HostedRoom>>
  /** Takes words out of an open board for good, and lets go of the picture of its wall that Home shows. */
  purge(path: string, what: PurgeOrder): Promise<Result<Purged>>
  /** Notes a copy of an open board that left. */
  noteExport(path: string, copy: ExportedCopy): Promise<void>
  listExports(path: string): Promise<Result<KnownExport[]>>
  /** The names of damaged files that repairs have kept beside a board, and that are no boards of their own by now. */
  listDamaged(path: string): Promise<string[]>
  /** Deletes such files beside an open board, and not into the trash. */
  removeDamaged(path: string, names: readonly string[]): Promise<Result<null>>
  /** Looks through what the opening of a large board left out, while people work; true when something is damaged. */
  checkRest(path: string): Promise<Result<boolean>>
  /** Calls `listener` when words were taken out of a board: whoever remembers some is to let go of them. */
  onPurged(listener: () => void): void
}

interface Services {
  readonly hub: Hub
  readonly library: Library
  readonly thumbnails: Thumbnails
  readonly log: Log
  /** The name of whoever hosts from this computer. */
  readonly host: () => string
  readonly isSealed: (path: string) => boolean
}

export function createHosting({ hub, library, thumbnails, log, host, isSealed }: Services) {
  const rooms = createRooms(hub, host)
  const purgedListeners: (() => void)[] = []

  const listDamaged = async (path: string) => {
    const names = await readdir(dirname(path)).catch(() => [])
    const copies = (damagedCopiesIn(dirname(path), names).get(path) ?? []).map((copy) => copy.path)
    const opened = library.recents().filter(({ wasOpened }) => wasOpened)
    return copies.filter((copy) => !opened.some((board) => board.path === copy)).map((copy) => basename(copy))
  }
  const hosting: Hosting = {
    rooms,
    openRoom: async (path) => {
      const opened = await rooms.open(path)
      if (opened.ok && !isSealed(path)) await library.remember(path, { host: host() })
      return opened
    },
    purge: async (path, what) => {
      const done = await hub.ask({ do: 'purge', path, what }, purged)
      await thumbnails.forget(path)
      if (done.ok && done.value.wasHost) await library.remember(path, { host: '' })
      for (const listener of purgedListeners) listener()
      if (!done.ok) log.failure(`purging ${path}`, done.failure)
      return done
    },
    noteExport: async (path, copy) => {
      const noted = await hub.ask({ do: 'noteExport', path, copy }, z.unknown())
      if (!noted.ok) log.failure(`noting a copy of ${path}`, noted.failure)
    },
    listExports: (path) => hub.ask({ do: 'listExports', path }, z.array(knownExport)),
    listDamaged,
    removeDamaged: async (path, names) => {
      const present = await listDamaged(path)
      return hub.ask(
        { do: 'removeDamaged', path, names: names.filter((name) => present.includes(name)) },
        z.null(),
      )
    },
    checkRest: async (path) => {
      const found = await hub.ask({ do: 'checkRest', path }, z.string().nullable())
      if (!found.ok) return found
      if (found.value !== null) log.failure(`${path} is damaged`, found.value)
      return success(found.value !== null)
    },
    onPurged: (listener) => {
      purgedListeners.push(listener)
    },
  }
  return {
    hosting,
    /** Opens the room again of a board that the hub has opened afresh, where it was open. */
    resume: rooms.reopen,
    /** The board, which may be written now, notes the copies that left it while it could not. */
    noteOwed: async (path: string) => {
      const owed = library.recents().find((recent) => recent.path === path)?.unnoted ?? []
      const left: typeof owed = []
      for (const { made, name } of owed) {
        const copy = { kind: 'ground', name } as const
        const noted = await hub.ask({ do: 'noteExport', path, copy, made }, z.unknown())
        if (!noted.ok) left.push({ made, name })
      }
      if (owed.length > left.length) await library.remember(path, { unnoted: left })
    },
    /** The board was let go, and its room with it. */
    end: rooms.forget,
  }
}
