import { useTranslation } from 'react-i18next'
import type { VoteSource } from './voteSources'

/** The most of a theme's sentence that stands on a button, UTF-16 units. */
const LONGEST = 40

/** What a set of cards is called, with how many there are. */
export function useNameOfSource(): (source: VoteSource) => string {
  const { t } = useTranslation()
  return ({ of, cards: { length: count } }) => {
    if (of.is === 'selection') return t('vote.ofSelection', { count })
    if (of.is === 'kind') return t(`vote.kinds.${of.type}`, { count })
    const words = of.words.length > LONGEST ? `${of.words.slice(0, LONGEST).trimEnd()}…` : of.words
    // Kept apart: a sentence in another direction must not carry the quotation marks away.
    return t('vote.inTheme', { theme: `\u2068${words}\u2069`, count })
  }
}
