import { byOrder, orderAtEnd } from '../order'
import { type Card, readAll } from '../schema'
import { addCard } from './cards'
import { change, present, type Writer, write } from './writer'

/** World units between a theme's edge and its cards, and the height of its sentence. */
export const THEME_PADDING = 24
export const THEME_HEADING = 72

/**
 * Groups cards into a theme named by `sentence` and returns its id. The theme's place covers the cards.
 * Cards that were in another theme leave it. Themes themselves are ignored.
 */
export function makeTheme(writer: Writer, ids: Iterable<string>, sentence: string): string {
  return write(writer, () => {
    const cards = [...ids]
      .map((id) => present(writer, 'cards', id))
      .filter((card): card is Card => card !== undefined && card.type !== 'theme')
    const left = Math.min(...cards.map(({ pos }) => pos[0]), Number.POSITIVE_INFINITY)
    const top = Math.min(...cards.map(({ pos }) => pos[1]), Number.POSITIVE_INFINITY)
    const right = Math.max(...cards.map(({ pos, size }) => pos[0] + size[0]), Number.NEGATIVE_INFINITY)
    const bottom = Math.max(...cards.map(({ pos, size }) => pos[1] + size[1]), Number.NEGATIVE_INFINITY)
    const theme = addCard(writer, {
      type: 'theme',
      text: sentence,
      tint: 'sand',
      stage: 'insights',
      ...(cards.length > 0
        ? {
            pos: [left - THEME_PADDING, top - THEME_PADDING - THEME_HEADING],
            size: [right - left + 2 * THEME_PADDING, bottom - top + 2 * THEME_PADDING + THEME_HEADING, 0],
          }
        : {}),
    })
    joinTheme(
      writer,
      cards.map(({ id }) => id),
      theme,
    )
    return theme
  })
}

/** Puts cards into a theme (null: takes them out), at the end of its list, in their present order. */
export function joinTheme(writer: Writer, ids: Iterable<string>, theme: string | null): void {
  write(writer, () => {
    const all = readAll(writer.doc, 'cards')
    const joining = new Set(ids)
    let group = all.filter((card) => card.theme === theme && !joining.has(card.id))
    for (const card of all.filter(({ id, type }) => joining.has(id) && type !== 'theme').sort(byOrder)) {
      const order = orderAtEnd(group)
      change(writer, 'cards', card.id, { theme, order })
      group = [...group, { ...card, theme, order }]
    }
  })
}

/** The next link of the thread after a card of this kind; undefined when nothing follows from it. */
export function followingKind(type: string): 'howMightWe' | 'idea' | 'storyboard' | undefined {
  if (type === 'theme' || type === 'insight') return 'howMightWe'
  if (type === 'howMightWe') return 'idea'
  if (type === 'idea') return 'storyboard'
  return undefined
}
