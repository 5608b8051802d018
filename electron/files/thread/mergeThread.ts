import { parentPort } from 'node:worker_threads'
import { mergeState, type State } from '../document'

parentPort?.on('message', ({ id, state }: { id: number; state: State }) => {
  parentPort?.postMessage({ id, merged: mergeState(state) })
})
