import { useTranslation } from 'react-i18next'
import type { Outcome } from '#shared/board/schema'
import { nameOfKind } from '../kindNames'
import { usePlaces } from './useOutcome'
import './outcome.css'

/** The cards of a vote in order, each with a bar as long as its dots; equals say that they are. */
export function VoteResult({
  outcome,
  most,
  onCard,
}: {
  outcome: Outcome
  /** No more than so many cards. */
  most?: number
  /** A press on a card; left out where nobody presses. */
  onCard?: (card: string) => void
}) {
  const { t } = useTranslation()
  const places = usePlaces(outcome)
  const highest = Math.max(1, places[0]?.dots ?? 0)
  const shown = most === undefined ? places : places.slice(0, most)
  return (
    <>
      <ol className="result">
        {shown.map(({ card, shown: { text, type }, dots, place, isTied }) => {
          const words = (
            <span className="result-words" dir="auto">
              {text.trim() || nameOfKind(t, type)}
            </span>
          )
          return (
            <li key={card} className={dots > 0 ? 'result-card' : 'result-card result-none'}>
              <span className="result-place">{dots > 0 && place}</span>
              {onCard ? (
                <button type="button" className="result-open" onClick={() => onCard(card)}>
                  {words}
                </button>
              ) : (
                words
              )}
              <span className="result-dots">
                {t('vote.dotCount', { count: dots })}
                {isTied && dots > 0 && <span className="result-tied">{t('vote.tied')}</span>}
              </span>
              {dots > 0 && (
                <span className="result-bar" style={{ inlineSize: `${(dots / highest) * 100}%` }} />
              )}
            </li>
          )
        })}
      </ol>
      {shown.length < places.length && (
        <p className="result-more">{t('vote.more', { count: places.length - shown.length })}</p>
      )}
    </>
  )
}
