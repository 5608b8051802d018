import { z } from 'zod'

/** What is wrong with a board file, what of it can be read, and what is lost. */
export const damageReport = z.object({
  /** Nothing is wrong at all. */
  isWhole: z.boolean(),
  /**
   * Where the document comes from: the file itself, a version in it, the previous generation (`.bak`), what an
   * interrupted writing left, or single changes without the state that they began with.
   */
  source: z.enum(['file', 'version', 'previous', 'leftover', 'pieces']),
  /** ms since 1970: whatever was made before is there. */
  until: z.number(),
  cards: z.number().int(),
  lost: z.object({
    changes: z.number().int(),
    /** There may have been newer changes of which no trace is left. */
    perhapsNewest: z.boolean(),
    versions: z.number().int(),
    pictures: z.number().int(),
    /** People who will have to join anew. */
    people: z.number().int(),
    exports: z.number().int(),
    /** Cards or ballots of one person each, in a round that was not over. */
    sealed: z.number().int(),
    /** There may have been more versions or pictures. */
    perhapsMore: z.boolean(),
  }),
  /** For the log and the terminal, one line each. */
  problems: z.array(z.string()),
})
export type DamageReport = z.infer<typeof damageReport>

/** True when repairing gives back everything that was in the file. */
export function losesNothing({ source, lost }: DamageReport): boolean {
  return source === 'file' && Object.values(lost).every((one) => one === 0 || one === false)
}
