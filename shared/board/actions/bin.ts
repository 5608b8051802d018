import type { Binned } from '../bin'
import { putBackCards } from './cards'
import { putBack, type Writer, write } from './writer'

/** Puts deleted things back where they were, as one undo step. */
export function putBackBinned(writer: Writer, things: readonly Pick<Binned, 'collection' | 'id'>[]): void {
  write(writer, () => {
    putBackCards(
      writer,
      things.flatMap(({ collection, id }) => (collection === 'cards' ? [id] : [])),
    )
    for (const { collection, id } of things) if (collection !== 'cards') putBack(writer, collection, [id])
  })
}
