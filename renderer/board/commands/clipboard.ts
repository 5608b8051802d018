import { type Command, hasSelected } from './command'

/**
 * What goes to the clipboard and comes from it. A browser gives its clipboard only to its own keys, so these are done
 * by the page: asked for in a menu, it presses them itself.
 */
export const CLIPBOARD: readonly Command[] = [
  {
    id: 'cut',
    group: 'clipboard',
    keys: ['Control+X'],
    isNative: true,
    menu: ['card'],
    isPossible: hasSelected,
    run: ({ asked }) => asked.set({ do: 'cut' }),
  },
  {
    id: 'copy',
    group: 'clipboard',
    keys: ['Control+C'],
    isNative: true,
    menu: ['card'],
    isPossible: ({ selection }) => selection.ids.get().size > 0,
    run: ({ asked }) => asked.set({ do: 'copy' }),
  },
  {
    id: 'paste',
    group: 'clipboard',
    keys: ['Control+V'],
    isNative: true,
    menu: ['card', 'wall'],
    isPossible: ({ canWrite }) => canWrite.get(),
    run: ({ asked }) => asked.set({ do: 'paste' }),
  },
]
