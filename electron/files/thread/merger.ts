import { Worker } from 'node:worker_threads'
import { failed, type Result } from '#shared/failure'
import type { State } from '../document'
import type { MergeAnswer, MergeCall, MergeWork } from './mergeWork'

/** Works on whole documents in a thread of its own, so that whoever asks can go on writing. */
export type Merger = {
  readonly [N in keyof MergeWork]: (...args: Parameters<MergeWork[N]>) => Promise<ReturnType<MergeWork[N]>>
} & { close(): Promise<void> }

/** Starts the thread `script` (`mergeThread.ts`, built) when it is first needed. */
export function createMerger(script: string): Merger {
  const waiting = new Map<number, (value: unknown) => void>()
  let nextId = 1
  let worker: Worker | undefined

  const start = () => {
    const started = new Worker(script)
    started.on('message', ({ id, value }: MergeAnswer) => {
      waiting.get(id)?.(value)
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
  const ask = <T extends Result<unknown>>(
    name: MergeCall['name'],
    { packed, updates }: State,
    ...more: readonly unknown[]
  ): Promise<T> =>
    new Promise((settle) => {
      worker ??= start()
      const id = nextId++
      waiting.set(id, settle as (value: unknown) => void)
      worker.postMessage({ id, name, args: [{ packed, updates }, ...more] } satisfies MergeCall)
    })

  return {
    merge: (state) => ask('merge', state),
    called: (state, orders) => ask('called', state, orders),
    purge: (state, orders) => ask('purge', state, orders),
    retitle: (state, title, untitled) => ask('retitle', state, title, untitled),
    async close() {
      await worker?.terminate()
    },
  }
}
