import { homesAround } from '../clustering/home'
import type { ReportSource } from './source'

export interface NestedTheme {
  readonly id: string
  readonly text: string
  /** How many themes it lies in. */
  readonly depth: number
}

/** The themes of a board in people's order, each followed by those in it, and the theme that a card lies in. */
export function nestedThemes(source: Pick<ReportSource, 'all' | 'get'>): {
  readonly themes: readonly NestedTheme[]
  /** The nearest theme around a card, whatever frames lie between; empty for none. */
  themeOf(card: string): string
} {
  const cardOf = (id: string) => source.get('cards', id)
  const themesAround = (id: string) =>
    homesAround(cardOf, id).filter((home) => cardOf(home)?.type === 'theme')
  const themeOf = (id: string) => themesAround(id)[0] ?? ''
  const all = source.all('cards').filter(({ type }) => type === 'theme')
  const within = (home: string): NestedTheme[] =>
    all
      .filter(({ id }) => themeOf(id) === home)
      .flatMap(({ id, text }) => [{ id, text, depth: themesAround(id).length }, ...within(id)])
  return { themes: within(''), themeOf }
}
