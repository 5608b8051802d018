import type { z } from 'zod'
import { failed, type Result } from '#shared/failure'
import { type ReaderRequest, type readerAnswer, readerCall } from '#shared/ipc/readerContract'
import { createReader, type Reader } from './reader'

/** The side of Electron's `process.parentPort` that is used here. */
interface ParentPort {
  on(event: 'message', listener: (event: { data: unknown }) => void): void
  postMessage(message: z.input<typeof readerAnswer>): void
}

/** Answers the main process over its port, one question after the other. */
export function serveReader(port: ParentPort, reader: Reader): void {
  port.on('message', ({ data }) => {
    const call = readerCall.safeParse(data)
    if (!call.success) return
    port.postMessage({ id: call.data.id, answer: answer(reader, call.data.request) })
  })
}

type Answer = z.input<typeof readerAnswer>['answer']

function answer(reader: Reader, request: ReaderRequest): Answer {
  try {
    return request.do === 'describe'
      ? (reader.describe(request.path) satisfies Result<unknown>)
      : { ok: true, value: reader.search(request) }
  } catch (error) {
    return failed('unexpected', error instanceof Error ? error.stack : String(error))
  }
}

const { parentPort } = process as { parentPort?: ParentPort }
if (parentPort) serveReader(parentPort, createReader())
