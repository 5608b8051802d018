import { Eraser } from 'lucide-react'
import { useTranslation } from 'react-i18next'
import { MAX_NAME } from '#shared/sync/protocol'
import { usePlatform, useSession, useSignal } from '../hooks'
import { IconButton } from '../kit/Button'
import { TextField } from '../kit/Field'
import { presentPeople } from '../people'
import { usePurge } from '../purge/PurgeProvider'
import { PeopleAway } from './PeopleAway'
import { PeopleList } from './PeopleList'
import './panels.css'

/** Who is in the room, who else is on the board, and the name of this device's person. */
export function PeoplePanel() {
  const { t } = useTranslation()
  const platform = usePlatform()
  const { replica, isSilent } = useSession()
  const isQuiet = useSignal(isSilent)
  const purge = usePurge()
  const me = useSignal(replica.me)
  const people = presentPeople(useSignal(replica.people), me?.person)
  const removal = (person: string, name: string) =>
    purge &&
    person !== '' && (
      <IconButton
        icon={Eraser}
        label={t('people.remove', { name: name || t('people.anonymous') })}
        onClick={() => purge({ kind: 'person', id: person })}
      />
    )
  if (isQuiet)
    return (
      <div className="details">
        <h2>{t('people.here', { count: people.length })}</h2>
        <p>{t('sort.noNames')}</p>
      </div>
    )
  return (
    <div className="details">
      <h2>{t('people.here', { count: people.length })}</h2>
      <PeopleList people={people} me={me?.person} action={({ person, name }) => removal(person, name)} />
      {people.length < 2 && platform.desktop && <p className="field-note">{t('people.nobody')}</p>}
      {purge && <PeopleAway here={people.map(({ person }) => person)} action={removal} />}
      {platform.desktop && (
        <TextField
          label={t('people.yourName')}
          hint={t('people.yourNameHint')}
          defaultValue={platform.settings.get().name}
          maxLength={MAX_NAME}
          autoComplete="name"
          onKeyDown={(event) => event.stopPropagation()}
          onBlur={(event) => platform.changeSettings({ name: event.currentTarget.value.trim() })}
        />
      )}
    </div>
  )
}
