import { parentPort } from 'node:worker_threads'
import { failed } from '#shared/failure'
import { MERGE_WORK, type MergeAnswer, type MergeCall } from './mergeWork'

parentPort?.on('message', ({ id, name, args }: MergeCall) => {
  const work = MERGE_WORK[name] as (...args: unknown[]) => unknown
  const say = (value: unknown) => parentPort?.postMessage({ id, value } satisfies MergeAnswer)
  try {
    say(work(...args))
  } catch (error) {
    say(failed('unexpected', error instanceof Error ? error.stack : String(error)))
  }
})
