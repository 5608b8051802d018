import { type FormEvent, useId, useState } from 'react'
import { useTranslation } from 'react-i18next'
import { useRecords } from '../../ui/hooks'
import { Button } from '../../ui/kit/Button'
import { ideasByQuestion } from '../ideas/ideasByQuestion'

/** Chooses the idea to draw; the one with most votes that nobody has drawn yet is offered first. */
export function IdeaChooser({ onChoose }: { onChoose: (idea: string) => void }) {
  const { t } = useTranslation()
  const id = useId()
  const cards = useRecords('cards')
  const votes = useRecords('votes')
  const outcomes = useRecords('outcomes')
  const [chosen, setChosen] = useState('')
  const drawn = new Set(cards.filter(({ type }) => type === 'storyboard').flatMap(({ from }) => from))
  const ideas = ideasByQuestion(cards, votes, outcomes)
    .flatMap((group) => group.ideas)
    .filter(({ card }) => !drawn.has(card.id) && card.text.trim() !== '')
    .sort((a, b) => b.votes - a.votes)
  const present = ideas.some(({ card }) => card.id === chosen) ? chosen : (ideas[0]?.card.id ?? '')
  if (ideas.length === 0) return null
  const submit = (event: FormEvent) => {
    event.preventDefault()
    if (present !== '') onChoose(present)
  }
  return (
    <form className="stage-one-line" onSubmit={submit}>
      <div className="field">
        <label htmlFor={id}>{t('prototype.idea')}</label>
        <select
          id={id}
          className="field-input"
          value={present}
          onChange={(event) => setChosen(event.currentTarget.value)}
        >
          {ideas.map(({ card, votes: count }) => (
            <option key={card.id} value={card.id}>
              {t('prototype.ideaVotes', { idea: card.text, count })}
            </option>
          ))}
        </select>
      </div>
      <Button submits>{t('prototype.drawIdea')}</Button>
    </form>
  )
}
