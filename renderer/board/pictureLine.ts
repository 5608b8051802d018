import { z } from 'zod'
import { FAILURE_CODES, failed, type Result, success } from '#shared/failure'
import { type KeptPicture, keptPicture, MAX_PICTURE, PICTURE_PATH } from '#shared/picture/picture'

/** The way of pictures between this window and the board's file. */
export interface PictureLine {
  /** Puts a picture into the board's file; a card can show it from then on. */
  send(picture: Blob): Promise<Result<KeptPicture>>
  /** `missing` when the board has no such picture, `roomAway` when nobody answers. */
  fetch(asset: string): Promise<Result<Blob>>
}

const refusal = z.object({ code: z.enum(FAILURE_CODES) })

/** Reaches the hub at the address of its socket, with the token that it gave this window. */
export function createPictureLine(socketUrl: () => string, token: () => string): PictureLine {
  const ask = async (path: string, request: RequestInit): Promise<Result<Response>> => {
    try {
      const url = new URL(PICTURE_PATH, socketUrl().replace(/^ws/, 'http')).href
      const response = await fetch(`${url}${path}`, {
        ...request,
        headers: { Authorization: `Bearer ${token()}` },
        credentials: 'omit',
        cache: 'no-store',
      })
      if (response.ok) return success(response)
      const refused = refusal.safeParse(await response.json())
      return failed(refused.success ? refused.data.code : 'unavailable')
    } catch (error) {
      return failed('roomAway', String(error))
    }
  }
  return {
    async send(picture) {
      if (picture.size > MAX_PICTURE) return failed('pictureTooLarge')
      const answer = await ask('', { method: 'POST', body: picture })
      if (!answer.ok) return answer
      const kept = keptPicture.safeParse(await answer.value.json().catch(() => null))
      return kept.success ? success(kept.data) : failed('roomAway', 'the answer broke off')
    },
    async fetch(asset) {
      const answer = await ask(`/${asset}`, {})
      if (!answer.ok) return answer
      try {
        return success(await answer.value.blob())
      } catch (error) {
        return failed('roomAway', String(error))
      }
    },
  }
}

/** For a board that cannot be reached: it has no pictures. */
export const NO_PICTURES: PictureLine = {
  send: async () => failed('onlyLooking'),
  fetch: async () => failed('missing'),
}
