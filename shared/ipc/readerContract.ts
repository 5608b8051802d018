import { z } from 'zod'
import { WORD_PLACES } from '../board/everyWord'
import { FAILURE_CODES } from '../failure'

/** What Electron's main process and the process that reads boards say to each other. Both sides parse. */

/** What a board file says of itself. */
export const boardFacts = z.object({
  title: z.string(),
  place: z.string(),
  host: z.string(),
  /** PNG or JPEG */
  thumbnail: z.custom<Uint8Array>((value) => value instanceof Uint8Array).nullable(),
})
export type BoardFacts = z.infer<typeof boardFacts>

/** What Home knows of a board without reading it is searched too. */
export const soughtBoard = z.object({ path: z.string(), title: z.string(), place: z.string() })
export type SoughtBoard = z.infer<typeof soughtBoard>

export const foundBoard = z.object({
  path: z.string(),
  where: z.enum(WORD_PLACES),
  /** A few words; the hit is `text.slice(from, to)`. */
  text: z.string(),
  from: z.number().int(),
  to: z.number().int(),
})
export type FoundBoard = z.infer<typeof foundBoard>

export const searchAnswer = z.object({
  /** In the order of the boards that were asked for. */
  found: z.array(foundBoard),
  /** Boards under a passphrase: only their names were searched. */
  locked: z.array(z.string()),
  /** Boards that could not be read: only their names were searched. */
  unread: z.array(z.string()),
  /** How many boards have not been read yet: ask again. */
  waiting: z.number().int(),
})
export type SearchAnswer = z.infer<typeof searchAnswer>

export const readerRequest = z.discriminatedUnion('do', [
  z.object({ do: z.literal('describe'), path: z.string() }),
  /** Reads boards for at most about `patience` ms; those already read cost nothing. */
  z.object({
    do: z.literal('search'),
    query: z.string(),
    boards: z.array(soughtBoard),
    patience: z.number(),
  }),
])
export type ReaderRequest = z.infer<typeof readerRequest>

const failure = z.object({ code: z.enum(FAILURE_CODES), detail: z.string().optional() })
export const readerCall = z.object({ id: z.number().int(), request: readerRequest })
export const readerAnswer = z.object({
  id: z.number().int(),
  answer: z.discriminatedUnion('ok', [
    z.object({ ok: z.literal(true), value: z.union([boardFacts, searchAnswer]) }),
    z.object({ ok: z.literal(false), failure }),
  ]),
})
