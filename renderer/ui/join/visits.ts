import { z } from 'zod'
import { SIDES } from '#shared/board/schema'
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
})

/** How a guest was in the room before; with the token the same person comes back. */
export type Visit = z.infer<typeof visit>

/** Remembers a guest on this device. */
export function rememberVisit(platform: Platform, token: string, code: string, greeting: Greeting): void {
  const { name, side, languages } = greeting
  platform.remember(KEY, JSON.stringify({ token, code, name, side, languages }))
}

/** The last visit from this device. A room has another code each time; the hub says whether it is the same one. */
export function recallVisit(platform: Platform): Visit | null {
  try {
    return visit.parse(JSON.parse(platform.recall(KEY) ?? 'null'))
  } catch {
    return null
  }
}

/** Lets go of the last visit. */
export function forgetVisit(platform: Platform): void {
  platform.remember(KEY, null)
}
