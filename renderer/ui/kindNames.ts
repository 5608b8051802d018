import type { TFunction } from 'i18next'
import type { Card } from '#shared/board/schema'
import { signOf } from '#shared/cards/signs'

const NAMED = [
  'note',
  'insight',
  'theme',
  'howMightWe',
  'idea',
  'storyboard',
  'ink',
  'text',
  'shape',
  'connector',
  'frame',
  'stamp',
  'image',
  'link',
  'person',
  'measure',
] as const

/** What people call a kind of card; cards of newer versions say so. */
export function nameOfKind(t: TFunction, type: string): string {
  const known = NAMED.find((kind) => kind === type)
  return t(`kinds.${known ?? 'unknown'}`)
}

/** What a stamp shows, in words; nothing for other cards. */
export function signWords(t: TFunction, { sign: name }: Pick<Card, 'sign'>): string {
  const sign = signOf(name)
  return sign ? t(`signs.${sign}`) : ''
}
