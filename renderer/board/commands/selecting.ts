import type { Card } from '#shared/board/schema'
import type { Command, CommandBench, CommandId } from './command'

/** What becomes the selection. Locked cards are only ever selected by a click on them. */
export const SELECTING: readonly Command[] = [
  {
    id: 'selectAll',
    group: 'select',
    keys: ['Control+A'],
    menu: ['wall'],
    isPossible: ({ scene }) => scene.size > 0,
    run: (bench) => take(bench, () => true),
  },
  alike('selectSameColour', ({ tint }) => tint),
  alike('selectSameAuthor', ({ made }) => made.by),
  {
    id: 'selectOthers',
    group: 'select',
    keys: ['Control+Shift+I'],
    isPossible: ({ scene, selection }) => selection.ids.get().size > 0 && scene.size > 0,
    run(bench) {
      const now = bench.selection.ids.get()
      take(bench, ({ id }) => !now.has(id))
    },
  },
  {
    id: 'selectNone',
    group: 'select',
    keys: ['Control+Shift+A'],
    isPossible: ({ selection }) => selection.ids.get().size > 0,
    run: ({ selection }) => selection.clear(),
  },
]

/** Selects every card that has a trait of the selected ones. */
function alike(id: CommandId, traitOf: (card: Card) => string): Command {
  return {
    id,
    group: 'select',
    menu: ['card'],
    isPossible: ({ selection }) => selection.ids.get().size > 0,
    run(bench) {
      const traits = new Set([...bench.selection.ids.get()].flatMap((one) => cardOf(bench, one).map(traitOf)))
      take(bench, (card) => traits.has(traitOf(card)))
    },
  }
}

const cardOf = ({ scene }: CommandBench, id: string): Card[] => {
  const card = scene.get(id)?.card
  return card ? [card] : []
}

function take({ scene, selection }: CommandBench, fits: (card: Card) => boolean): void {
  selection.set(
    scene
      .all()
      .filter(({ card }) => !card.locked && fits(card))
      .map(({ id }) => id),
  )
}
