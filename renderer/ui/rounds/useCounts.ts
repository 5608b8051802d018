import { useTranslation } from 'react-i18next'
import { useSession, useSignal } from '../hooks'

/** How many people have written how many cards, and how many are done, as words; never who or what. */
export function useCounts(): string {
  const { t } = useTranslation()
  const round = useSignal(useSession().replica.rounds.running)
  if (round?.shown.kind !== 'writing') return ''
  const { people, cards, done } = round.shown
  const written =
    cards === 0
      ? t('writing.nobodyYet')
      : t('writing.written', {
          people: t('writing.people', { count: people }),
          cards: t('writing.cards', { count: cards }),
        })
  return done === 0 ? written : `${written} ${t('writing.doneCount', { count: done })}`
}
