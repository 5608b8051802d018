import type { Command, CommandBench } from './command'

/** True for whoever leads the room, while the board can be written. */
export const isLeading = ({ canWrite, replica }: CommandBench): boolean =>
  canWrite.get() && replica.me.get()?.role === 'facilitator'

/** What only whoever leads the room can ask for. */
export const LEADING: readonly Command[] = [
  {
    id: 'tables',
    group: 'room',
    isPossible: isLeading,
    run: ({ overlay }) => overlay.set('tables'),
  },
  {
    id: 'bin',
    group: 'room',
    isPossible: isLeading,
    run: ({ overlay }) => overlay.set('bin'),
  },
]
