import { randomBytes } from 'node:crypto'
import {
  closeSync,
  fsyncSync,
  openSync,
  readFileSync,
  rmSync,
  statSync,
  unlinkSync,
  utimesSync,
  writeSync,
} from 'node:fs'
import { hostname } from 'node:os'
import { basename, dirname, join } from 'node:path'
import { getEnvironmentData, setEnvironmentData } from 'node:worker_threads'
import { z } from 'zod'
import { failed, type Result, success } from '#shared/failure'
import { failureOf } from './failureOf'

/** A board file held by this process. */
export interface Lock {
  /** `another` once another process has taken the file over, believing this one dead. */
  holder(): 'me' | 'another' | 'nobody'
  /** Writes the note again after somebody deleted it. Throws when the folder cannot be written. */
  renew(): void
  /** Lets go. Safe to call twice. */
  release(): void
}

/** A lock on another machine's disk counts as left behind when it was not renewed for this long, ms. */
const LEFT_BEHIND = 60_000
const RENEW_EVERY = 10_000
/** A lock that says nothing for this long was left by somebody who died while writing it, ms. */
const UNFINISHED = 2_000
const WAIT = 50
const MOST_WAITS = (2 * UNFINISHED) / WAIT

const note = z.object({
  pid: z.number().int(),
  host: z.string(),
  key: z.string(),
  /** Tells this process from an earlier one with the same number. */
  process: z.string().optional(),
})

const PROCESS = 'common-ground process'

/** The same in every thread of this process whose parent has asked for it before it began. */
export function processKey(): string {
  const known = getEnvironmentData(PROCESS)
  if (typeof known === 'string') return known
  const key = randomBytes(12).toString('hex')
  setEnvironmentData(PROCESS, key)
  return key
}

/** The file beside a board that says who has it open. */
export const lockPath = (path: string): string => join(dirname(path), `.~lock.${basename(path)}`)

/** Takes a board for this process, or says `boardInUse`. The lock of a process that is gone is taken over. */
export function takeLock(path: string): Result<Lock> {
  const file = lockPath(path)
  const key = randomBytes(12).toString('hex')
  let waits = 0
  for (let attempt = 0; attempt < 3; attempt++) {
    try {
      write(file, key)
      return success(holding(path, file, key))
    } catch (error) {
      if (!(error instanceof Error && 'code' in error && error.code === 'EEXIST'))
        return failureOf(error, path)
    }
    const present = read(file)
    if (present === 'unreadable' && !isLeftBehind(file, present) && waits++ < MOST_WAITS) {
      // It is being written, or whoever was writing it died: that shows in a moment.
      Atomics.wait(new Int32Array(new SharedArrayBuffer(4)), 0, 0, WAIT)
      attempt--
      continue
    }
    if (present !== undefined && !isLeftBehind(file, present)) {
      return failed('boardInUse', typeof present === 'object' ? present.host : '')
    }
    rmSync(file, { force: true })
  }
  return failed('boardInUse')
}

function holding(path: string, file: string, key: string): Lock {
  // The engine's own lock is a folder; whoever left it is gone, since ours was free.
  rmSync(`${path}.lock`, { recursive: true, force: true })
  const holder = () => {
    const present = read(file)
    if (present === undefined) return 'nobody'
    return typeof present === 'object' && present.key === key ? 'me' : 'another'
  }
  const renewing = setInterval(() => {
    try {
      const now = new Date()
      if (holder() === 'me') utimesSync(file, now, now)
    } catch {
      // The medium may be away for a moment; writing will tell.
    }
  }, RENEW_EVERY)
  renewing.unref()
  return {
    holder,
    renew: () => write(file, key),
    release() {
      clearInterval(renewing)
      if (holder() !== 'me') return
      try {
        unlinkSync(file)
      } catch {
        // A medium that was pulled out holds no lock.
      }
    },
  }
}

/** The other computer that has the board open; empty when it is this one, or not known. */
export function holderElsewhere(path: string): string {
  const present = read(lockPath(path))
  return typeof present === 'object' && present.host !== hostname() ? present.host : ''
}

/** Takes away the lock that a thread of this process left behind when it died. */
export function dropLock(path: string): void {
  const file = lockPath(path)
  const present = read(file)
  if (typeof present === 'object' && present.process === processKey()) rmSync(file, { force: true })
}

/** Throws EEXIST when somebody has it. */
function write(file: string, key: string): void {
  const handle = openSync(file, 'wx')
  try {
    writeSync(handle, JSON.stringify({ pid: process.pid, host: hostname(), key, process: processKey() }))
    fsyncSync(handle)
  } finally {
    closeSync(handle)
  }
}

type Note = z.infer<typeof note>

/** `unreadable` may be a lock that is just being written. */
function read(file: string): Note | 'unreadable' | undefined {
  try {
    return note.safeParse(JSON.parse(readFileSync(file, 'utf8'))).data ?? 'unreadable'
  } catch (error) {
    return error instanceof SyntaxError ? 'unreadable' : undefined
  }
}

function isLeftBehind(file: string, present: Note | 'unreadable'): boolean {
  if (present !== 'unreadable' && present.host === hostname()) {
    return present.pid === process.pid ? present.process !== processKey() : !isRunning(present.pid)
  }
  try {
    return Date.now() - statSync(file).mtimeMs > (present === 'unreadable' ? UNFINISHED : LEFT_BEHIND)
  } catch {
    return true
  }
}

/** Whether a process of this computer lives. */
export function isRunning(pid: number): boolean {
  try {
    process.kill(pid, 0)
    return !isZombie(pid)
  } catch (error) {
    // Someone else's process may not be asked, but it is there.
    return error instanceof Error && 'code' in error && error.code === 'EPERM'
  }
}

/** Linux keeps the number of a dead process until its parent has asked how it ended, see proc_pid_stat(5). */
function isZombie(pid: number): boolean {
  if (process.platform !== 'linux') return false
  try {
    const stat = readFileSync(`/proc/${pid}/stat`, 'utf8')
    // The name before it may hold anything, brackets too.
    return stat.slice(stat.lastIndexOf(')') + 2).startsWith('Z')
  } catch {
    return false
  }
}
