import type { Card } from '#shared/board/schema'
import { kindOf } from '#shared/cards/kinds'
import type { Session } from '../../board/session'

/** A set of cards that a vote may be about. */
export interface VoteSource {
  readonly key: string
  readonly of:
    | { readonly is: 'selection' }
    | { readonly is: 'kind'; readonly type: (typeof VOTED_KINDS)[number] }
    | { readonly is: 'theme'; readonly words: string }
  /** In the order of the outline. */
  readonly cards: readonly string[]
}

const VOTED_KINDS = ['idea', 'howMightWe', 'insight', 'theme', 'storyboard', 'note'] as const

/** Everything on the wall that can be voted on, the likeliest first; sets of one card leave nothing to choose. */
export function voteSources({
  records,
  selection,
  scene,
}: Pick<Session, 'records' | 'selection' | 'scene'>): readonly VoteSource[] {
  const cards = records.all('cards').filter(({ type, text }) => !kindOf(type).isMark && hasWords(type, text))
  const idsOf = (keeps: (card: Card) => boolean) => cards.filter(keeps).map(({ id }) => id)
  const chosen = selection.ids.get()
  const sources: VoteSource[] = [
    { key: 'selection', of: { is: 'selection' }, cards: idsOf(({ id }) => chosen.has(id)) },
    ...VOTED_KINDS.map(
      (type): VoteSource => ({
        key: type,
        of: { is: 'kind', type },
        cards: idsOf((card) => card.type === type),
      }),
    ),
    ...cards
      .filter(({ type }) => type === 'theme')
      .map(({ id, text }): VoteSource => {
        const members = scene.membersOf(id)
        return { key: id, of: { is: 'theme', words: text }, cards: idsOf((card) => members.has(card.id)) }
      }),
  ]
  return sources.filter((source) => source.cards.length > 1)
}

/** Nobody can choose between cards that say nothing; a picture speaks for itself. */
const hasWords = (type: string, text: string): boolean =>
  text.trim() !== '' || type === 'image' || type === 'storyboard'
