import { mkdirSync } from 'node:fs'
import { join } from 'node:path'
import type { Failure, Result } from '#shared/failure'
import type { OpenedBoard } from '#shared/ipc/contract'
import { canonical } from '../../support/canonical'
import type { Randomness } from '../../support/randomness'
import { until } from '../../support/until'
import { documentOfCopy } from '../boards'
import { createGuest, type Guest } from '../guest'
import { hasOpened, isDoneOf } from '../hub/marks'
import { type HubOptions, type HubProcess, startHub } from '../hub/startHub'
import { within } from '../within'

/** Where the checks of `places.process.ts` happen. */
export interface Place {
  readonly folder: string
  readonly random: Randomness
  readonly mayMount: boolean
  program(name: string): string
  problem(sentence: string): void
}

/** A folder of its own inside the place. */
export function corner(place: Place, name: string): string {
  const folder = join(place.folder, name)
  mkdirSync(folder)
  return folder
}

/** What a hub's process says when it is to open a board; the process is gone afterwards. */
export async function tryToOpen(place: Place, options: HubOptions): Promise<Result<OpenedBoard> | undefined> {
  const hub = startHub(place.program, options)
  const opened = await hub.hear(hasOpened)
  hub.kill()
  await hub.ended
  return opened?.board
}

export const codeOf = (result: Result<unknown> | undefined): Failure['code'] | 'none' =>
  result?.ok === false ? result.failure.code : 'none'

/** A hub's process with two guests at work. */
export interface WorkingRoom {
  readonly hub: HubProcess
  readonly guests: readonly Guest[]
  /** Everybody does some things. */
  work(): void
  /** Resolves once everybody is told that everything is saved. */
  saved(): Promise<void>
  /** Resolves with what the first guest is told, once something is not as it should be. */
  notSaved(): Promise<string>
  close(): Promise<void>
}

/** Opens a board in a process of its own and lets two guests in. */
export async function openRoom(place: Place, options: HubOptions): Promise<WorkingRoom> {
  const hub = startHub(place.program, options)
  const opened = await hub.hear(hasOpened)
  if (!opened?.board.ok) throw new Error(`the hub did not open the board: ${JSON.stringify(opened?.board)}`)
  const url = `ws://${new URL(opened.room).host}/sync`
  const guests = ['One', 'Two'].map((name) => createGuest(name, url, opened.code, place.random))
  await Promise.all(guests.map(({ replica }) => until(replica.connection, ({ state }) => state === 'live')))
  return {
    hub,
    guests,
    work() {
      for (const guest of guests) for (let act = 0; act < 8; act++) guest.act()
    },
    async saved() {
      const all = guests.map(({ replica }) => until(replica.saving, ({ state }) => state === 'saved'))
      await within(Promise.all(all), () =>
        guests
          .map(({ name, replica }) => `${name} (${replica.connection.get().state}) to be saved`)
          .join(', '),
      )
    },
    async notSaved() {
      const [first] = guests
      if (!first) return ''
      const said = await until(first.replica.saving, ({ state }) => state === 'failed')
      return said.state === 'failed' ? said.code : ''
    },
    async close() {
      hub.ask({ do: 'close' })
      await hub.hear(isDoneOf('close'))
      for (const guest of guests) guest.dispose()
      hub.kill()
      await hub.ended
    },
  }
}

/** Whether the file has what its guests have. */
export function hasAll(place: Place, path: string, { guests }: WorkingRoom): boolean {
  const inFile = canonical(documentOfCopy(path, join(place.folder, 'copy')))
  return guests.every(({ replica }) => canonical(replica.doc) === inFile)
}
