import { UserRound } from 'lucide-react'
import { useTranslation } from 'react-i18next'
import { useSession, useSignal } from '../hooks'
import { Icon } from '../kit/Icon'
import { initialsOf, presentPeople } from '../people'

const MOST = 3

/** Who is in the room, as initials; opens the list. Sides are never told by colour. */
export function Faces({ onOpen }: { onOpen: () => void }) {
  const { t } = useTranslation()
  const { replica, isSilent } = useSession()
  const isQuiet = useSignal(isSilent)
  const me = useSignal(replica.me)
  const people = presentPeople(useSignal(replica.people), me?.person)
  if (people.length === 0 || isQuiet) return null
  const label = t('people.here', { count: people.length })
  return (
    <button type="button" className="faces" data-hint={label} data-hint-at="below" onClick={onOpen}>
      <span className="unseen">{label}</span>
      {people.slice(0, MOST).map(({ person, name }) => (
        <span key={person} className="face" aria-hidden="true">
          {name === '' ? <Icon of={UserRound} size={16} /> : initialsOf(name)}
        </span>
      ))}
      {people.length > MOST && (
        <span className="face face-more" aria-hidden="true" dir="ltr">
          +{people.length - MOST}
        </span>
      )}
    </button>
  )
}
