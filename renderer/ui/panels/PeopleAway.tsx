import { useTranslation } from 'react-i18next'
import { useRecords } from '../hooks'
import { PersonDeeds } from './PersonDeeds'
import { PersonRow } from './PersonRow'

/** People who are on the board, by name or by their words, and not in the room now. */
export function PeopleAway({ here }: { here: readonly string[] }) {
  const { t } = useTranslation()
  const people = useRecords('people')
  const cards = useRecords('cards')
  const stories = useRecords('stories')
  const written = countBy(cards.map(({ made }) => made.by))
  const told = countBy(stories.map(({ teller, made }) => teller ?? made.by))
  const away = people
    .filter(({ id }) => !here.includes(id))
    .map(({ id, name, pseudonym, side }) => ({
      id,
      side,
      name: name || pseudonym,
      stories: told.get(id) ?? 0,
      cards: written.get(id) ?? 0,
    }))
    .filter((person) => person.name !== '' || person.stories + person.cards > 0)
    .sort((a, b) => Number(a.name === '') - Number(b.name === '') || a.name.localeCompare(b.name))
  if (away.length === 0) return null
  return (
    <>
      <h2>{t('people.away')}</h2>
      <ul className="people-list">
        {away.map(({ id, name, side, stories, cards }) => (
          <PersonRow
            key={id}
            name={name}
            facts={[
              t(`sides.${side}`),
              ...(stories > 0
                ? [t('details.ofKind', { kind: t('purge.collections.stories'), count: stories })]
                : []),
              ...(cards > 0
                ? [t('details.ofKind', { kind: t('purge.collections.cards'), count: cards })]
                : []),
            ]}
          >
            <PersonDeeds person={id} name={name} present={null} />
          </PersonRow>
        ))}
      </ul>
    </>
  )
}

function countBy(ids: readonly string[]): Map<string, number> {
  const counts = new Map<string, number>()
  for (const id of ids) counts.set(id, (counts.get(id) ?? 0) + 1)
  return counts
}
