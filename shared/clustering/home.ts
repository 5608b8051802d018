import type { Card } from '../board/schema'

/** Reads a card that is there; undefined for one that is deleted or that nobody knows. */
export type CardReader = (id: string) => Pick<Card, 'type' | 'theme'> | undefined

const HOLDERS: ReadonlySet<string> = new Set(['theme', 'frame'])

/** Cards whose place follows from others lie in no theme; a stamp is stuck on a card and goes where that goes. */
const HOMELESS: ReadonlySet<string> = new Set(['connector', 'stamp'])

/** Whether cards of this type hold others. */
export const isHolder = (type: string): boolean => HOLDERS.has(type)

/** Whether cards of this type may lie in a theme. */
export const isClusterable = (type: string): boolean => !HOMELESS.has(type)

const STARTS: ReadonlySet<string> = new Set([
  'note',
  'insight',
  'howMightWe',
  'idea',
  'storyboard',
  'image',
  'person',
  'measure',
  'link',
])

/** Whether such a card, dropped on another one, may begin a theme: a stamp or a label on a card means something else. */
export const startsCluster = (type: string): boolean => STARTS.has(type)

/**
 * The theme or frame that a card lies in, or the card that a stamp is stuck on; null for none. One that is gone
 * counts as none. Two people can each put one theme into the other's at once: of such a circle the theme with the
 * smallest id is the outermost, on every replica, so that whoever goes up or down from card to card comes to an end.
 */
export function homeOf(cardOf: CardReader, id: string): string | null {
  const home = statedHome(cardOf, id)
  if (home === null || !isHolder(cardOf(id)?.type ?? '')) return home
  const seen = new Set([id])
  let least = id
  for (let at: string | null = home; at !== null; at = statedHome(cardOf, at)) {
    if (at === id) return id === least ? null : home
    // A circle further up, that this card is no part of.
    if (seen.has(at)) return home
    seen.add(at)
    if (at < least) least = at
  }
  return home
}

function statedHome(cardOf: CardReader, id: string): string | null {
  const card = cardOf(id)
  if (!card || card.theme === null) return null
  const home = cardOf(card.theme)
  if (!home) return null
  const mayStick = card.type === 'stamp' && home.type !== 'stamp'
  return mayStick || isHolder(home.type) ? card.theme : null
}

/** Every theme or frame around a card, the nearest first. */
export function homesAround(cardOf: CardReader, id: string): string[] {
  const homes: string[] = []
  for (let at = homeOf(cardOf, id); at !== null; at = homeOf(cardOf, at)) homes.push(at)
  return homes
}

/** Whether a card may come to lie in a theme or frame: it never lies in itself or in what lies in it. */
export function mayLieIn(cardOf: CardReader, id: string, home: string | null): boolean {
  const card = cardOf(id)
  if (!card || !isClusterable(card.type)) return false
  if (home === null) return true
  return home !== id && isHolder(cardOf(home)?.type ?? '') && !homesAround(cardOf, home).includes(id)
}

/** These cards and all that lie in them, however deep. A card that is reached twice is there once. */
export function withContents(
  membersOf: (holder: string) => Iterable<string>,
  ids: Iterable<string>,
): Set<string> {
  const all = new Set(ids)
  // A set goes on to what is added while it is walked.
  for (const id of all) for (const member of membersOf(id)) all.add(member)
  return all
}

/** Those of the cards that lie in none of the others. */
export function outermost(cardOf: CardReader, ids: Iterable<string>): string[] {
  const all = new Set(ids)
  return [...all].filter((id) => !homesAround(cardOf, id).some((home) => all.has(home)))
}
