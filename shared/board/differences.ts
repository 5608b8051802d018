import type * as Y from 'yjs'
import { readAll } from './records'

export interface Differences {
  /** On the wall now and not then. */
  readonly added: ReadonlySet<string>
  /** On the wall then and not now. */
  readonly gone: ReadonlySet<string>
  /** On it both times, but not the same. */
  readonly changed: ReadonlySet<string>
}

/** What each card on a wall shows, by id: comparable, and of no other use. */
export type Showing = ReadonlyMap<string, string>

/** What the cards of a board show, with the frames and drawings of storyboards. */
export function showingOf(doc: Y.Doc): Showing {
  const strokes = new Map<string, string[]>()
  for (const { frame, ink, tint } of readAll(doc, 'strokes')) gather(strokes, frame, `${tint}${ink?.join()}`)
  const frames = new Map<string, string[]>()
  for (const { id, card, order, caption } of readAll(doc, 'frames'))
    gather(frames, card, JSON.stringify([order, id, caption, strokes.get(id)?.sort()]))
  return new Map(
    readAll(doc, 'cards').map((card) => {
      // What lies on top of what changes with every card that is picked up, and is not what it says.
      const { z: _, order: __, gone: ___, ink, ...values } = card
      return [card.id, JSON.stringify([values, ink?.join(), frames.get(card.id)?.sort()])]
    }),
  )
}

/** How the cards of one wall differ from those of another. */
export function differences(now: Showing, then: Showing): Differences {
  const added = new Set<string>()
  const gone = new Set<string>()
  const changed = new Set<string>()
  for (const [id, shown] of now) {
    const before = then.get(id)
    if (before === undefined) added.add(id)
    else if (before !== shown) changed.add(id)
  }
  for (const id of then.keys()) if (!now.has(id)) gone.add(id)
  return { added, gone, changed }
}

function gather(groups: Map<string, string[]>, group: string | null, item: string): void {
  if (group === null) return
  const items = groups.get(group)
  if (items) items.push(item)
  else groups.set(group, [item])
}
