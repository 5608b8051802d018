import type { TFunction } from 'i18next'

const NAMED = ['note', 'insight', 'theme', 'howMightWe', 'idea', 'storyboard', 'ink'] as const

/** What people call a kind of card; cards of newer versions say so. */
export function nameOfKind(t: TFunction, type: string): string {
  const known = NAMED.find((kind) => kind === type)
  return t(`kinds.${known ?? 'unknown'}`)
}
