import { z } from 'zod'
import { roundSettings } from '#shared/room/round'

/** What the file keeps of a round beside what people have in it. */
const roundRecord = z.object({
  settings: roundSettings,
  /** The person who began it. */
  by: z.string(),
  /** The moment of its end, ms since 1970. */
  time: z.object({ endsAt: z.number(), whole: z.number().positive() }).nullable(),
  /** Known to the kind. */
  state: z.unknown(),
  /** It is over; only what people have not let go of yet is left. */
  isCancelled: z.boolean(),
})
export type RoundRecord = z.infer<typeof roundRecord>

export const packRecord = (record: RoundRecord): Uint8Array =>
  new TextEncoder().encode(JSON.stringify(record))

/** Undefined for a kind that a newer program made: it is left alone. */
export function readRecord(bytes: Uint8Array | undefined): RoundRecord | undefined {
  if (!bytes) return undefined
  try {
    return roundRecord.parse(JSON.parse(new TextDecoder().decode(bytes)))
  } catch {
    return undefined
  }
}

/** Settings without the words of whoever began the round. */
export const withoutWords = (settings: RoundRecord['settings']): RoundRecord['settings'] =>
  'question' in settings ? { ...settings, question: '' } : settings
