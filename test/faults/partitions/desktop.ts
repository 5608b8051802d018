import { type ChildProcess, fork } from 'node:child_process'
import { once } from 'node:events'
import { mkdirSync } from 'node:fs'
import { join } from 'node:path'
import { WebSocket } from 'ws'
import type { Result } from '#shared/failure'
import type { Invitation, OpenedBoard } from '#shared/ipc/contract'
import type { RoomPlace } from '#shared/sync/place'
import { connectReplica, type Greeting } from '../../../renderer/board/connectReplica'
import type { Line } from '../../../renderer/board/line'
import type { Replica } from '../../../renderer/board/replica'
import type { Randomness } from '../../support/randomness'
import { unwrap } from '../../support/results'
import { isLive, isSaved, until } from '../../support/until'
import { freePort } from '../hub/freePort'
import { within } from '../within'
import { createWork, type Work } from './work'

/** What the hub's process can be told, and what it answers. */
export type Order =
  | { readonly do: 'create' | 'open' | 'host'; readonly path: string }
  | { readonly do: 'join'; readonly place: RoomPlace; readonly code: string; readonly greeting: Greeting }
  | { readonly do: 'shutDown' }
export type Answer = Result<OpenedBoard | Invitation | null>

/** A room as one finds it. */
export interface Way {
  readonly place: RoomPlace
  readonly code: string
}

/** A desktop app with one window, whose hub can be killed at any moment. */
export interface Desktop {
  readonly path: string
  /** Its board is its own and no copy of somebody else's. */
  readonly isOwn: boolean
  readonly window: Replica
  /** What is done in its window. */
  readonly work: Work
  /** Makes the board. */
  create(): Promise<void>
  /** Opens the room, as soon as nobody else hosts it. */
  host(): Promise<Way>
  /** Comes into a room; its board is a copy from now on. */
  join(way: Way): Promise<void>
  /** Starts again after a kill, on the board that it had. */
  reopen(): Promise<void>
  /** Resolves when the copy is in step with its room. */
  isInRoom(): Promise<void>
  kill(): Promise<void>
  /** Saves and ends. */
  quit(): Promise<void>
}

/** Installs the app, into a folder of its own. */
export async function installDesktop(
  name: string,
  parent: string,
  program: (name: string) => string,
  random: Randomness,
): Promise<Desktop> {
  const folder = join(parent, name)
  mkdirSync(folder)
  const port = await freePort()
  const greeting = { name, side: 'professional' as const, languages: [] }
  let child: ChildProcess | undefined
  let path = join(folder, 'partitions.ground')
  let isOwn = true
  let window: Replica | undefined
  const work = createWork(name, random)

  const ask = async (order: Order): Promise<Answer> => {
    const asked = child ?? fork(program('desktop.process'), [folder, String(port)])
    child = asked
    const answer = once(asked, 'message')
    asked.send(order)
    const [said] = await within(answer, () => `for ${name} to ${order.do}`)
    return said as Answer
  }
  const show = async (answer: Answer) => {
    const board = unwrap(answer) as OpenedBoard
    path = board.path
    const openLine = (url: string) => new WebSocket(url, { perMessageDeflate: false }) as unknown as Line
    const credential = { kind: 'token', token: board.token } as const
    const { url } = board
    window = connectReplica({ url, credential }, greeting, { openLine, firstRetry: 20, isAtHub: true })
    await within(isLive(window), () => `for the window of ${name}`)
    work.begin(window)
  }
  const theWindow = () => {
    if (!window) throw new Error(`${name} has not been started`)
    return window
  }
  const end = async (how: (ending: ChildProcess) => unknown) => {
    const ending = child
    child = undefined
    work.pause()
    window?.dispose()
    if (!ending) return
    const ended = once(ending, 'exit')
    how(ending)
    await ended
  }

  const desktop: Desktop = {
    get path() {
      return path
    },
    get isOwn() {
      return isOwn
    },
    get window() {
      return theWindow()
    },
    work,
    create: async () => show(await ask({ do: 'create', path })),
    async host() {
      for (const begun = performance.now(); ; ) {
        const answer = await ask({ do: 'host', path })
        // The host is dead, and its line may not have ended yet.
        const isEarly = !answer.ok && answer.failure.code === 'noPermission'
        if (isEarly && performance.now() - begun < 10_000) continue
        const { code, print } = unwrap(answer) as Invitation
        await within(
          until(theWindow().me, (me) => me?.role === 'facilitator'),
          () => `for ${name} to lead`,
        )
        return { code, place: { host: '127.0.0.1', port, print } }
      }
    },
    async join(way) {
      await show(await ask({ do: 'join', ...way, greeting }))
      isOwn = false
      await desktop.isInRoom()
    },
    reopen: async () => show(await ask({ do: 'open', path })),
    async isInRoom() {
      const inRoom = until(theWindow().isAway, (isAway) => !isAway)
      await within(inRoom, () => `for ${name} to be in the room`)
    },
    kill() {
      work.die()
      return end((ending) => ending.kill('SIGKILL'))
    },
    async quit() {
      await isSaved(theWindow())
      unwrap(await ask({ do: 'shutDown' }))
      await end((ending) => ending.disconnect())
    },
  }
  return desktop
}
