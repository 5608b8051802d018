import type * as Y from 'yjs'
import { directionOf } from '#shared/language'
import { placeOf, uprightBox } from '../cards/kind'
import { storyboardSize } from '../cards/storyboard'
import type { ClusterWall } from '../clustering/arrangement'
import { homeOf } from '../clustering/home'
import { readEach, readRecord, readSingleton } from './records'
import type { Card } from './schema'

const NOBODY: ReadonlySet<string> = new Set()

/** The wall of a document as it is now; a change of the document needs a new one. */
export function readClusterWall(doc: Y.Doc): ClusterWall {
  const cards = new Map<string, Card | undefined>()
  let members: Map<string, Set<string>> | undefined
  let frames: Map<string, number> | undefined

  const cardOf = (id: string): Card | undefined => {
    if (!cards.has(id)) {
      const card = readRecord(doc, 'cards', id)
      cards.set(id, card?.del ? undefined : card)
    }
    return cards.get(id)
  }

  const readMembers = () => {
    const homes = new Map<string, Set<string>>()
    for (const [id, theme] of readEach(doc, 'cards', 'theme')) {
      const home = theme === null ? null : homeOf(cardOf, id)
      if (home === null) continue
      const group = homes.get(home)
      if (group) group.add(id)
      else homes.set(home, new Set([id]))
    }
    return homes
  }

  const countFrames = () => {
    const counts = new Map<string, number>()
    for (const [, card] of readEach(doc, 'frames', 'card'))
      if (card !== null) counts.set(card, (counts.get(card) ?? 0) + 1)
    return counts
  }

  return {
    cardOf,
    membersOf(holder) {
      members ??= readMembers()
      return members.get(holder) ?? NOBODY
    },
    boxOf(card) {
      if (card.type !== 'storyboard') return uprightBox(placeOf(card))
      frames ??= countFrames()
      const [width, height] = storyboardSize(frames.get(card.id) ?? 0)
      return { x: card.pos[0], y: card.pos[1], width, height }
    },
    mirrors: directionOf(readSingleton(doc, 'meta').language) === 'rtl',
  }
}
