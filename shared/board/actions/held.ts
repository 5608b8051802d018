import { withContents } from '#shared/clustering/home'
import { readClusterWall } from '../clusterWall'
import { readRecord } from '../records'
import type { Card } from '../schema'
import { moveCards, putBackCards } from './cards'
import { change, present, type Writer, write } from './writer'

/**
 * Makes cards what they were when a hand took them, before it puts them down: whoever lets go last decides. One
 * that a peer deleted meanwhile is put back, and lies again where it lay; one that a peer moved stands again where
 * it was taken, with what lies in it now. Those that a peer locked stay where they are. Writes nothing when nobody
 * came between.
 */
export function keepHeld(writer: Writer, cards: readonly Card[]): void {
  const ids = new Set(cards.map(({ id }) => id))
  write(writer, () => {
    const gone = new Set([...ids].filter((id) => readRecord(writer.doc, 'cards', id)?.del))
    putBackCards(writer, gone)
    for (const { id, theme } of cards) {
      const now = present(writer, 'cards', id)
      // Deleting a theme lets go of its cards.
      if (now?.theme === null && theme !== null && gone.has(theme)) change(writer, 'cards', id, { theme })
    }
    for (const { id, theme, pos } of cards) {
      const now = present(writer, 'cards', id)
      if (!now || now.locked || (theme !== null && ids.has(theme))) continue
      const way = [pos[0] - now.pos[0], pos[1] - now.pos[1]] as const
      if (way[0] === 0 && way[1] === 0) continue
      moveCards(writer, withContents(readClusterWall(writer.doc).membersOf, [id]), way)
    }
  })
}
