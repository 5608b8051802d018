import type { z } from 'zod'
import type { Result } from '#shared/failure'
import { type HubRequest, hubAnswer } from '#shared/ipc/hubContract'
import { startHelper } from './helperProcess'
import type { Log } from './log'
import { HUB_MEMORY } from './setup/hubMemory.mjs'

export interface Hub {
  /** Asks the hub. A hub that dies before it answers gives `unavailable`; it never rejects. */
  ask<T>(request: HubRequest, value: z.ZodType<T>): Promise<Result<T>>
  /** Calls `listener` whenever a hub that died has been started again; it then has no board open. */
  onRestart(listener: () => void): void
  /** Resolves when every board is in its file and the hub has ended, or after five seconds. */
  shutDown(): Promise<void>
}

/** Starts the hub in a process of its own, and again whenever it dies. What it proves itself with is in `folder`. */
export function startHub(script: string, folder: string, log: Log): Hub {
  const { ask, onRestart, end } = startHelper<HubRequest>(
    'hub',
    script,
    hubAnswer,
    log,
    [folder],
    [`--js-flags=${HUB_MEMORY}`],
  )
  return { ask, onRestart, shutDown: () => end({ do: 'shutDown' }) }
}
