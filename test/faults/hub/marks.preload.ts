import fs from 'node:fs'
import { syncBuiltinESMExports } from 'node:module'
import { isMainThread, workerData } from 'node:worker_threads'
import { wrap } from '../wrap'
import { MARKS, say, type Window } from './marks'
import { waitsOf } from './waiting'

/**
 * Loaded into a hub's process before anything else, in each of its threads: tells when the file layer is
 * in one of the windows, and kills the process at the disk access that `GROUND_KILL` names.
 */
const kill = JSON.parse(process.env.GROUND_KILL ?? 'null') as { window: Window; step: number } | null

let now: Window | undefined
let steps = 0

function begin(window: Window): void {
  if (now !== undefined) return
  now = window
  steps = 0
  say({ mark: 'begin', window })
}

function end(window: Window): void {
  if (now !== window) return
  say({ mark: 'end', window, steps })
  now = undefined
}

function step(): void {
  if (now === undefined) return
  steps += 1
  if (kill?.window !== now || kill.step !== steps) return
  say({ mark: 'killed', waits: waitsOf(process.pid) })
  process.kill(process.pid, 'SIGKILL')
}

if (isMainThread && kill?.window === 'repair') {
  begin('repair')
  process.on('exit', () => end('repair'))
}

/** A generation is built as a whole file beside the board and then takes its place. */
const isFresh = (path: unknown): boolean => typeof path === 'string' && path.endsWith('.ground.new')

for (const name of ['writeSync', 'ftruncateSync', 'fsyncSync', 'unlinkSync', 'linkSync', 'copyFileSync'])
  wrap(fs, name, (call, [first]) => {
    if (first !== MARKS) step()
    return call()
  })
wrap(fs, 'openSync', (call, [path]) => {
  if (isFresh(path)) begin('generation')
  step()
  return call()
})
wrap(fs, 'renameSync', (call, [from]) => {
  step()
  const done = call()
  if (isFresh(from)) end('generation')
  return done
})
syncBuiltinESMExports()

const WORK: readonly (readonly [RegExp, Window])[] = [
  [/INTO snapshots/i, 'snapshot'],
  [/INTO versions/i, 'version'],
]
// Only the thread of a file needs the engine; the others are to start as quickly as ever.
if (!isMainThread && workerData?.path !== undefined) {
  const { default: sqlite } = await import('node-sqlite3-wasm')
  for (const name of ['run', 'prepare', 'exec'])
    wrap(sqlite.Database.prototype, name, (call, [sql]) => {
      const [, window] = WORK.find(([pattern]) => pattern.test(String(sql))) ?? []
      if (window) begin(window)
      try {
        return call()
      } finally {
        if (now && now !== 'generation' && /^\s*(COMMIT|ROLLBACK)/i.test(String(sql))) end(now)
      }
    })
}
