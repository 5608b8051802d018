import { readRecord, storeRecord } from '../records'
import { remove, type Writer, write } from './writer'

/**
 * Answers a card with a sign in the writer's name, or takes the answer back when it was given. Each person
 * gives each sign once: the id is made of card, person and sign, so that two devices cannot give it twice.
 */
export function toggleReaction(writer: Writer, card: string, sign: string): void {
  const id = reactionId(card, writer.person, sign)
  const given = readRecord(writer.doc, 'reactions', id)
  if (given && !given.del) remove(writer, 'reactions', [id])
  else
    write(writer, () =>
      storeRecord(writer.doc, 'reactions', id, {
        card,
        by: writer.person,
        sign,
        made: { by: writer.person, at: writer.now() },
      }),
    )
}

/** The id of one person's reaction to a card. */
export const reactionId = (card: string, person: string, sign: string): string => `${card}:${person}:${sign}`
