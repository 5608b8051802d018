import { useTranslation } from 'react-i18next'
import { MAX_NAME } from '#shared/sync/protocol'
import { usePlatform, useSession, useSignal } from '../hooks'
import { TextField } from '../kit/Field'
import { presentPeople } from '../people'
import { PeopleList } from './PeopleList'
import './panels.css'

/** Who is in the room, and the name of this device's person. */
export function PeoplePanel() {
  const { t } = useTranslation()
  const platform = usePlatform()
  const { replica } = useSession()
  const me = useSignal(replica.me)
  const people = presentPeople(useSignal(replica.people), me?.person)
  return (
    <div className="details">
      <h2>{t('people.here', { count: people.length })}</h2>
      <PeopleList people={people} me={me?.person} />
      {people.length < 2 && platform.desktop && <p className="field-note">{t('people.nobody')}</p>}
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
