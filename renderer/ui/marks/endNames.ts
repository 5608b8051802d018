import { useTranslation } from 'react-i18next'
import type { Card } from '#shared/board/schema'
import { useRecord } from '../hooks'
import { nameOfKind } from '../kindNames'

/** What people call the two things that a connector joins: the words of each card, or its kind without any. */
export function useEndNames({ ends }: Card): { readonly from: string; readonly to: string } {
  const { t } = useTranslation()
  const cards = [useRecord('cards', ends[0].card), useRecord('cards', ends[1].card)] as const
  const nameOf = (card: Card | undefined) =>
    card ? card.text.trim().split('\n')[0] || nameOfKind(t, card.type) : t('connector.wall')
  return { from: nameOf(cards[0]), to: nameOf(cards[1]) }
}
