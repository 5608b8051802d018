import { Worker } from 'node:worker_threads'
import { failed, type Result } from '#shared/failure'
import type { State } from '../document'

/** Folds documents in a thread of its own, so that whoever asks can go on writing. */
export interface Merger {
  merge(state: State): Promise<Result<Uint8Array>>
  close(): Promise<void>
}

/** Starts the thread `script` (`mergeThread.ts`, built) when it is first needed. */
export function createMerger(script: string): Merger {
  const waiting = new Map<number, (merged: Result<Uint8Array>) => void>()
  let nextId = 1
  let worker: Worker | undefined

  const start = () => {
    const started = new Worker(script)
    started.on('message', ({ id, merged }: { id: number; merged: Result<Uint8Array> }) => {
      waiting.get(id)?.(merged)
      waiting.delete(id)
    })
    const end = (cause: unknown) => {
      if (worker === started) worker = undefined
      for (const settle of waiting.values()) settle(failed('unexpected', String(cause)))
      waiting.clear()
    }
    started.on('error', end)
    started.on('exit', end)
    // A merge that nobody waits for must not keep the process alive.
    started.unref()
    return started
  }

  return {
    merge: (state) =>
      new Promise((settle) => {
        worker ??= start()
        const id = nextId++
        waiting.set(id, settle)
        worker.postMessage({ id, state: { packed: state.packed, updates: state.updates } })
      }),
    async close() {
      await worker?.terminate()
    },
  }
}
