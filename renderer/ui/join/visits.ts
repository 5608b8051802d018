import { z } from 'zod'
import { SIDES } from '#shared/board/vocabulary'
import type { Platform } from '../../platform/platform'
import type { Greeting } from '../connect'

const KEY = 'visit'

const visit = z.object({
  token: z.string().min(1),
  /** The code by which the person came in last. */
  code: z.string(),
  name: z.string(),
  side: z.enum(SIDES),
  languages: z.array(z.string()),
  /** The person only watches. */
  watch: z.boolean().default(false),
  /** The person wants to be known here after they have left. */
  keeps: z.boolean().default(false),
})

/** How a guest was in the room before; with the token the same person comes back. */
export type Visit = z.infer<typeof visit>

/** Remembers a guest on this device. */
export function rememberVisit(
  platform: Platform,
  { token, code, keeps }: Pick<Visit, 'token' | 'code' | 'keeps'>,
  { name, side, languages, watch = false }: Greeting,
): void {
  platform.remember(KEY, JSON.stringify({ token, code, name, side, languages, watch, keeps } satisfies Visit))
}

/** The last visit from this device. A room has another code each time; the hub says whether it is the same one. */
export function recallVisit(platform: Platform): Visit | null {
  try {
    return visit.parse(JSON.parse(platform.recall(KEY) ?? 'null'))
  } catch {
    return null
  }
}

/**
 * Lets go of a visit that is over, since the next person at this device may be another one: unless the person wants to
 * be known here, or something they wrote still waits here for the room.
 */
export async function endVisit(platform: Platform): Promise<void> {
  if (recallVisit(platform)?.keeps) return
  if (!(await platform.unsent?.hasAny())) forgetVisit(platform)
}

/** Lets go of the last visit. */
export function forgetVisit(platform: Platform): void {
  platform.remember(KEY, null)
}
