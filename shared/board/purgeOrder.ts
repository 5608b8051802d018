import { z } from 'zod'
import { BOARD_TEXTS } from './boardTexts'
import { COLLECTION_NAMES } from './schema'

const place = z.object({ collection: z.enum(COLLECTION_NAMES), id: z.string().max(200) })

/** Whose words are to go from a board for good. Holds ids only, so that it may be kept. */
export const purgeOrder = z.object({
  kind: z.enum(['person', 'story']),
  id: z.string().max(200),
  /** Records that go as well: what a facilitator ticked, or what went from another copy of the board. */
  also: z.array(place).optional(),
  /** The board's own texts that lose the name, the title and the repeated words, see `eraseTexts`. */
  texts: z.array(z.enum(BOARD_TEXTS)).optional(),
})
export type PurgeOrder = z.infer<typeof purgeOrder>
