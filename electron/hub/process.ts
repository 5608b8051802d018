import { resolve } from 'node:path'
import { failed } from '#shared/failure'
import { type HubAnswer, hubCall } from '#shared/ipc/hubContract'
import { answer } from './answer'
import { createHub, type HubOptions } from './hub'

/** The side of Electron's `process.parentPort` that is used here. */
interface ParentPort {
  on(event: 'message', listener: (event: { data: unknown }) => void): void
  postMessage(message: unknown): void
}

const callId = hubCall.pick({ id: true })

/** Serves the main process over its port until it says `shutDown`; then calls `end`. */
export function serveMain(
  port: ParentPort,
  options: Pick<HubOptions, 'rendererFolder' | 'threadsFolder' | 'identityFolder'>,
  end: () => void,
): void {
  // Tests reach nothing beyond this computer, and meet no other run on the port that people learn.
  const isTest = process.env.COMMON_GROUND_LOOPBACK === '1'
  const nearbyPort = process.env.COMMON_GROUND_NEARBY_PORT
  const nearby = nearbyPort && { nearby: { addresses: () => ['127.0.0.1'], port: Number(nearbyPort) } }
  const hub = createHub({ ...options, ...(isTest ? { loopbackOnly: true, port: 0, ...nearby } : {}) })
  port.on('message', ({ data }) => {
    const call = hubCall.safeParse(data)
    if (!call.success) {
      // Open boards must not fall with one bad call: it is answered, when it says whom to answer.
      const { id } = callId.safeParse(data).data ?? {}
      if (id !== undefined) {
        port.postMessage({ id, answer: failed('unexpected', call.error.message) } satisfies HubAnswer)
      }
      return
    }
    const { id, request } = call.data
    void answer(hub, request).then((given) => {
      port.postMessage({ id, answer: given } satisfies HubAnswer)
      if (request.do === 'shutDown') end()
    })
  })
}

const { parentPort } = process as { parentPort?: ParentPort }
if (parentPort) {
  const threadsFolder = import.meta.dirname
  const [, , identityFolder] = process.argv
  const options = { rendererFolder: resolve(threadsFolder, '../renderer'), threadsFolder }
  serveMain(parentPort, identityFolder === undefined ? options : { ...options, identityFolder }, () =>
    process.exit(),
  )
}
