import { spawn } from 'node:child_process'
import { once } from 'node:events'
import { createInterface } from 'node:readline'
import type { Readable } from 'node:stream'
import { bytesReadBy } from './bytesRead'
import { type Command, type Mark, sharedNow, type Window } from './marks'
import { NO_WAITS, type Waits, waitsOf } from './waiting'

/** The moment in ms, and how long its threads had waited for a processor until then. */
export interface Death {
  readonly at: number
  readonly waits: Waits
}

/** A hub's process as the one that started it sees it. */
export interface HubProcess {
  /** Everything it has said. */
  readonly marks: readonly Mark[]
  /** The next mark that `fits`, from those already said on; undefined when the process ended without it. */
  hear<M extends Mark>(fits: (mark: Mark) => mark is M): Promise<M | undefined>
  ask(command: Command): void
  /** How many bytes it has read of files, its own code among them; undefined where the system does not say. */
  bytesRead(): number | undefined
  /** SIGKILL. */
  kill(): void
  /** Resolves when the process is gone and everything it said was read, to what is known of its death. */
  readonly ended: Promise<Death>
}

export interface HubOptions {
  readonly path: string
  readonly port?: number
  /** Kills itself at this access to the disk in this window. */
  readonly killAt?: { readonly window: Window; readonly step: number } | undefined
  readonly env?: Readonly<Record<string, string>>
  /** Further modules to load first. */
  readonly preloads?: readonly string[]
  /** As a user who may do little: the administrator is not asked for permission. */
  readonly asNobody?: boolean
}

/** A user who owns nothing. */
const NOBODY = 65_534

/** Starts a hub in a process of its own on a board. */
export function startHub(program: (name: string) => string, options: HubOptions): HubProcess {
  const preloads = [program('marks.preload'), ...(options.preloads ?? [])]
  const child = spawn(
    process.execPath,
    [
      // It does not live long enough for code that took long to make.
      '--liftoff-only',
      ...preloads.flatMap((preload) => ['--import', preload]),
      program('hub.process'),
      options.path,
      String(options.port ?? 0),
    ],
    {
      ...(options.asNobody && process.getuid?.() === 0 ? { uid: NOBODY, gid: NOBODY } : {}),
      stdio: ['ignore', 'inherit', 'inherit', 'pipe', 'ipc'],
      env: { ...process.env, ...options.env, GROUND_KILL: JSON.stringify(options.killAt ?? null) },
    },
  )
  const marks: Mark[] = []
  const listeners = new Set<() => void>()
  let isOver = false
  let death: Death | undefined
  const lines = createInterface({ input: child.stdio[3] as Readable })
  lines.on('line', (line) => {
    const mark: Mark = JSON.parse(line)
    marks.push(mark)
    for (const listener of [...listeners]) listener()
  })
  // A command to a process that has just killed itself is no error.
  child.on('error', () => {})
  const ended = once(child, 'close').then(() => {
    isOver = true
    for (const listener of [...listeners]) listener()
    const ownDeath = marks.find((mark): mark is Mark & { mark: 'killed' } => mark.mark === 'killed')
    return ownDeath ?? death ?? { at: sharedNow(), waits: NO_WAITS }
  })
  return {
    marks,
    hear: (fits) =>
      new Promise((resolve) => {
        const look = () => {
          const found = marks.find(fits)
          if (!found && !isOver) return
          listeners.delete(look)
          resolve(found)
        }
        listeners.add(look)
        look()
      }),
    ask(command) {
      if (child.connected) child.send(command, () => {})
    },
    bytesRead: () => bytesReadBy(child.pid ?? 0),
    kill() {
      // The moment first: this process may have to wait for a processor too.
      death ??= { at: sharedNow(), waits: waitsOf(child.pid ?? 0) }
      child.kill('SIGKILL')
    },
    ended,
  }
}
