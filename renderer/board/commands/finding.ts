import type { Overlay } from '../session'
import type { Command, CommandBench } from './command'

const toggle =
  (sheet: Overlay) =>
  ({ overlay }: CommandBench) =>
    overlay.set(overlay.get() === sheet ? null : sheet)

/** How one finds what can be done here. */
export const FINDING: readonly Command[] = [
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
