import type { IncomingMessage } from 'node:http'

/** The whole body of a request; undefined when it is larger than `most` bytes. Rejects when the line breaks. */
export async function readBody(request: IncomingMessage, most: number): Promise<Uint8Array | undefined> {
  if (Number(request.headers['content-length'] ?? 0) > most) return undefined
  const parts: Uint8Array[] = []
  let length = 0
  return new Promise((resolve, reject) => {
    const done = (outcome: () => void) => {
      request.off('data', onData)
      request.pause()
      outcome()
    }
    const onData = (part: Uint8Array) => {
      length += part.length
      parts.push(part)
      if (length > most) done(() => resolve(undefined))
    }
    request.on('data', onData)
    request.on('end', () => done(() => resolve(Buffer.concat(parts))))
    request.on('error', (error) => done(() => reject(error)))
    request.on('close', () => done(() => reject(new Error('the line broke'))))
  })
}
