import { request } from 'node:http'
import { z } from 'zod'
import { FAILURE_CODES, failed, type Result, success } from '#shared/failure'
import { MAX_PICTURE, PICTURE_PATH } from '#shared/picture/picture'
import type { RoomPlace } from '#shared/sync/place'
import { dial } from './dial'

/** ms that one picture may take. */
const LONGEST = 120_000

const refusal = z.object({ code: z.enum(FAILURE_CODES) })

/** The bytes of a picture in another computer's room. */
export function fetchPicture(place: RoomPlace, token: string, asset: string): Promise<Result<Uint8Array>> {
  return ask(place, token, 'GET', `${PICTURE_PATH}/${asset}`)
}

/** Puts a picture into another computer's room. */
export async function sendPicture(place: RoomPlace, token: string, bytes: Uint8Array): Promise<Result<null>> {
  const answer = await ask(place, token, 'POST', PICTURE_PATH, bytes)
  return answer.ok ? success(null) : answer
}

async function ask(
  place: RoomPlace,
  token: string,
  method: 'GET' | 'POST',
  path: string,
  body: Uint8Array = new Uint8Array(),
): Promise<Result<Uint8Array>> {
  const dialled = await dial(place)
  if (!dialled.ok) return failed('roomAway', dialled.failure.detail)
  const { socket } = dialled.value
  const { host, port } = place
  return new Promise((resolve) => {
    const away = (cause: unknown) => resolve(failed('roomAway', String(cause)))
    const headers = { Authorization: `Bearer ${token}`, 'Content-Length': body.length }
    const options = { host, port, method, path, headers, timeout: LONGEST, createConnection: () => socket }
    const asked = request(options, (response) => {
      const parts: Buffer[] = []
      let size = 0
      response.on('data', (part: Buffer) => {
        size += part.length
        if (size > MAX_PICTURE) asked.destroy(new Error('too large'))
        else parts.push(part)
      })
      response.on('error', away)
      response.on('end', () => {
        const bytes = new Uint8Array(Buffer.concat(parts))
        if (response.statusCode === 200) resolve(success(bytes))
        else resolve(failed(codeIn(bytes), `status ${response.statusCode}`))
      })
    })
    asked.on('timeout', () => asked.destroy(new Error('late')))
    asked.on('error', away)
    asked.on('close', () => socket.destroy())
    asked.end(body)
  })
}

function codeIn(bytes: Uint8Array) {
  try {
    return refusal.parse(JSON.parse(new TextDecoder().decode(bytes))).code
  } catch {
    return 'roomAway'
  }
}
