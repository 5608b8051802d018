import { resolve } from 'node:path'
import { hubCall } from '#shared/ipc/hubContract'
import { answer } from './answer'
import { createHub } from './hub'

/** The side of Electron's `process.parentPort` that is used here. */
interface ParentPort {
  on(event: 'message', listener: (event: { data: unknown }) => void): void
  postMessage(message: unknown): void
}

/** Serves the main process over its port until it says `shutDown`. */
export function serveMain(port: ParentPort, rendererFolder: string): void {
  const hub = createHub({ rendererFolder, loopbackOnly: process.env.COMMON_GROUND_LOOPBACK === '1' })
  port.on('message', ({ data }) => {
    const call = hubCall.safeParse(data)
    // The main process is ours: a message that does not fit is a mistake to be seen, not to be answered.
    if (!call.success) throw new Error(`no call of the hub: ${call.error.message}`)
    const { id, request } = call.data
    void answer(hub, request).then((given) => port.postMessage({ id, answer: given }))
  })
}

const { parentPort } = process as { parentPort?: ParentPort }
if (parentPort) serveMain(parentPort, resolve(import.meta.dirname, '../renderer'))
