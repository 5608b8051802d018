import { UserRound } from 'lucide-react'
import type { ReactNode } from 'react'
import { useTranslation } from 'react-i18next'
import { Icon } from '../kit/Icon'
import { initialsOf, type Present } from '../people'

/** People by name, each with their side and part in words. */
export function PeopleList({
  people,
  me,
  action,
}: {
  people: readonly Present[]
  me: string | undefined
  /** What may be done about a person, beside their name. */
  action?: (person: Present) => ReactNode
}) {
  const { t } = useTranslation()
  return (
    <ul className="people-list">
      {people.map((present) => {
        const { person, name, side, role, devices } = present
        const facts = [
          t(`sides.${side}`),
          ...(role === 'facilitator' && side !== 'facilitator' ? [t('people.roleFacilitator')] : []),
          ...(role === 'observer' ? [t('people.roleObserver')] : []),
          ...(devices > 1 ? [t('people.elsewhere', { count: devices })] : []),
        ]
        return (
          <li key={person} className="person">
            <span className="face" aria-hidden="true">
              {name === '' ? <Icon of={UserRound} size={16} /> : initialsOf(name)}
            </span>
            <span className="person-words">
              <span className="person-name">
                <bdi>{name || t('people.anonymous')}</bdi>
                {person === me && <span className="person-you"> ({t('people.you')})</span>}
              </span>
              <span className="person-facts">{facts.join(' · ')}</span>
            </span>
            {action?.(present)}
          </li>
        )
      })}
    </ul>
  )
}
