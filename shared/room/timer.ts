import { z } from 'zod'
import { roundTime } from './time'

/** Time alone. `silent` while the room sorts cards without a word: no names, cursors, votes or reactions are shown. */
export const timerSettings = z.object({
  kind: z.literal('timer'),
  ms: roundTime,
  silent: z.boolean().optional(),
})

export const timerShown = z.object({ kind: z.literal('timer'), silent: z.boolean() })
