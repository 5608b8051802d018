import type { ReactNode } from 'react'
import { useTranslation } from 'react-i18next'
import type { Present } from '../people'
import { PersonRow } from './PersonRow'

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
          <PersonRow key={person} name={name} isMe={person === me} facts={facts}>
            {action?.(present)}
          </PersonRow>
        )
      })}
    </ul>
  )
}
