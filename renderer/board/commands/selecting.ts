import type { Command } from './command'

/** What becomes the selection. */
export const SELECTING: readonly Command[] = [
  {
    id: 'selectAll',
    group: 'select',
    keys: ['Control+A'],
    menu: ['wall'],
    isPossible: ({ scene }) => scene.size > 0,
    run: ({ scene, selection }) => selection.set(scene.all().map(({ id }) => id)),
  },
]
