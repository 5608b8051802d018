import { Armchair } from 'lucide-react'
import { useContext } from 'react'
import { useTranslation } from 'react-i18next'
import { signOf } from '#shared/sync/place'
import { MAX_NAME } from '#shared/sync/protocol'
import { OpenedBoardContext, usePlatform, useSession, useSignal } from '../hooks'
import { Button } from '../kit/Button'
import { TextField } from '../kit/Field'
import { presentPeople } from '../people'
import { usePurge } from '../purge/PurgeProvider'
import { useIsHost } from '../room/useIsHost'
import { PeopleAway } from './PeopleAway'
import { PeopleList } from './PeopleList'
import { PersonDeeds } from './PersonDeeds'
import { VoiceBalance } from './VoiceBalance'
import './panels.css'

/** Who is in the room, who else is on the board, and the name of this device's person. */
export function PeoplePanel() {
  const { t } = useTranslation()
  const platform = usePlatform()
  const session = useSession()
  const { replica, isSilent } = session
  const isQuiet = useSignal(isSilent)
  const isWriter = useSignal(session.canWrite)
  const mayPurge = usePurge() !== null
  const host = useContext(OpenedBoardContext)?.joined
  const isHost = useIsHost()
  const me = useSignal(replica.me)
  const people = presentPeople(useSignal(replica.people), me?.person)
  const isLeading = isWriter && me?.role === 'facilitator'
  if (isQuiet)
    return (
      <div className="details">
        <h2>{t('people.here', { count: people.length })}</h2>
        <p>{t('sort.noNames')}</p>
      </div>
    )
  return (
    <div className="details">
      {/* Above the names: it is wanted while the room works, and nobody scrolls past forty of them for it. */}
      {isLeading && <VoiceBalance />}
      <h2>{t('people.here', { count: people.length })}</h2>
      {isLeading && (
        <div className="details-part">
          <Button icon={Armchair} onClick={() => session.overlay.set('tables')}>
            {t('commands.tables')}
          </Button>
        </div>
      )}
      <PeopleList
        people={people}
        me={me?.person}
        action={(present) => <PersonDeeds person={present.person} name={present.name} present={present} />}
      />
      {host && host.print !== '' && !isHost && (
        <p className="field-note host-sign">
          {t('people.hostSign')} <bdi dir="ltr">{signOf(host.print)}</bdi>
        </p>
      )}
      {people.length < 2 && platform.desktop && isHost && <p className="field-note">{t('people.nobody')}</p>}
      {mayPurge && <PeopleAway here={people.map(({ person }) => person)} />}
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
