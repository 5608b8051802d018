import type { Measure } from '#shared/cards/brush'
import type { Colours } from '#shared/cards/colours'
import type { CardWords, PaintContext } from '#shared/cards/kind'

/** What stays the same from frame to frame; layouts are kept for as long as their snapshot lives. */
export interface Look {
  readonly colours: Colours
  readonly words: CardWords
  at(scale: number, editing: string | null): PaintContext
}

/** Makes a look. A change of fonts, words or colours needs a new one. */
export function createLook(colours: Colours, words: CardWords, measure: Measure, isQuiet: boolean): Look {
  const memory = new WeakMap<object, Map<string, unknown>>()
  const remember = <T>(snapshot: object, name: string, make: () => T): T => {
    let shelf = memory.get(snapshot)
    if (!shelf) {
      shelf = new Map()
      memory.set(snapshot, shelf)
    }
    if (!shelf.has(name)) shelf.set(name, make())
    return shelf.get(name) as T
  }
  return {
    colours,
    words,
    at: (scale, editing) => ({ colours, words, measure, scale, editing, isQuiet, remember }),
  }
}
