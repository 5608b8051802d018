import { type ChildProcess, fork } from 'node:child_process'
import { once } from 'node:events'
import { fileURLToPath } from 'node:url'
import { HUB_MEMORY } from '../../../electron/setup/hubMemory.mjs'

/** ms after which nothing more is expected of a process. */
const PATIENCE = 60_000

/** Starts a built script of this folder; a hub as the app starts it. */
export const start = (script: string, how: readonly string[] = []): ChildProcess =>
  fork(fileURLToPath(new URL(`./${script}`, import.meta.url)), how, {
    serialization: 'advanced',
    execArgv: script === 'hub.process.js' ? [HUB_MEMORY] : [],
  })

/** What a process says next. Rejects after a minute. */
export async function answerOf<T>(process: ChildProcess): Promise<T> {
  const [answer] = (await once(process, 'message', { signal: AbortSignal.timeout(PATIENCE) })) as [T]
  return answer
}
