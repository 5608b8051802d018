import { readAll, storeRecord } from '../records'
import { remove, type Writer, write } from './writer'

/** Gives the writer's vote to a card, or takes it back when it was given. One vote a person and card. */
export function toggleVote(writer: Writer, card: string): void {
  const given = readAll(writer.doc, 'votes').filter((vote) => vote.card === card && vote.by === writer.person)
  if (given.length > 0)
    remove(
      writer,
      'votes',
      given.map(({ id }) => id),
    )
  else castVote(writer, card, writer.person)
}

/** Records one person's vote for a card. The id is made of both, so that two devices cannot vote twice. */
export function castVote(writer: Writer, card: string, by: string): void {
  write(writer, () =>
    storeRecord(writer.doc, 'votes', voteId(card, by), {
      card,
      by,
      made: { by: writer.person, at: writer.now() },
    }),
  )
}

/** The id of one person's vote for a card. */
export const voteId = (card: string, person: string): string => `${card}:${person}`
