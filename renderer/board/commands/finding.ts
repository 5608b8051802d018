import type { Overlay } from '../session'
import type { Command, CommandBench } from './command'

const toggle =
  (sheet: Overlay) =>
  ({ overlay }: CommandBench) =>
    overlay.set(overlay.get() === sheet ? null : sheet)

/** How one finds what can be done here. */
export const FINDING: readonly Command[] = [
  {
    id: 'find',
    group: 'view',
    keys: ['Control+F'],
    reach: 'always',
    menu: ['wall'],
    isPossible: () => true,
    // Asked for again, its field takes the keys: nothing closes under the fingers.
    run: ({ overlay }) => overlay.set('find'),
  },
  {
    id: 'palette',
    group: 'view',
    keys: ['Control+K'],
    reach: 'always',
    menu: ['wall'],
    isPossible: () => true,
    run: toggle('palette'),
  },
  {
    id: 'shortcuts',
    group: 'view',
    keys: ['F1', 'Control+/'],
    reach: 'always',
    isPossible: () => true,
    run: toggle('shortcuts'),
  },
]
