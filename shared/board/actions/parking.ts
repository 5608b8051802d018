import { unionOf } from '../../cards/box'
import { createArrangement } from '../../clustering/arrangement'
import { homeOf, isClusterable, outermost } from '../../clustering/home'
import { readClusterWall } from '../clusterWall'
import { changeSingleton, readEach, readSingleton } from '../records'
import { addCard } from './cards'
import { dropCards } from './themes'
import { present, type Writer, write } from './writer'

/** World units between the wall and the place beside it, and how wide that is at first. */
const BESIDE = 160
const WIDTH = 520

/**
 * Puts cards into the theme where the room keeps what it cannot deal with now. The first time that theme is made beside
 * everything else, named `name`; so it is when somebody took it off the wall. Locked cards and lines stay. One undo step.
 */
export function parkCards(writer: Writer, ids: Iterable<string>, name: string): void {
  write(writer, () => {
    const wall = readClusterWall(writer.doc)
    const { parking } = readSingleton(writer.doc, 'meta')
    const known = parking !== null && present(writer, 'cards', parking)?.type === 'theme' ? parking : null
    const isMovable = (id: string) => {
      const card = wall.cardOf(id)
      return card !== undefined && isClusterable(card.type) && !card.locked && id !== known
    }
    const cards = outermost(wall.cardOf, [...ids].filter(isMovable)).filter(
      (id) => known === null || homeOf(wall.cardOf, id) !== known,
    )
    if (cards.length === 0) return
    const home = known ?? makeParking(writer, name, new Set(cards))
    dropCards(writer, [], [0, 0], [{ home, cards }])
  })
}

function makeParking(writer: Writer, name: string, without: ReadonlySet<string>): string {
  const wall = readClusterWall(writer.doc)
  const { boxOf } = createArrangement(wall)
  const boxes = [...readEach(writer.doc, 'cards', 'type')].flatMap(([id]) =>
    without.has(id) ? [] : (boxOf(id) ?? []),
  )
  const around = unionOf(boxes)
  const x = !around ? 0 : wall.mirrors ? around.x - BESIDE - WIDTH : around.x + around.width + BESIDE
  const theme = addCard(writer, {
    type: 'theme',
    tint: 'white',
    stage: 'insights',
    text: name,
    pos: [Math.round(x), Math.round(around?.y ?? 0)],
    size: [WIDTH, 320, 0],
  })
  changeSingleton(writer.doc, 'meta', { parking: theme })
  return theme
}
