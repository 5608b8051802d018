import { Armchair, Eraser, StickyNote } from 'lucide-react'
import { useContext } from 'react'
import { useTranslation } from 'react-i18next'
import { signOf } from '#shared/sync/place'
import { MAX_NAME } from '#shared/sync/protocol'
import { addInView } from '../../stages/wallCards'
import { OpenedBoardContext, usePlatform, useSession, useSignal } from '../hooks'
import { Button, IconButton } from '../kit/Button'
import { TextField } from '../kit/Field'
import { presentPeople } from '../people'
import { usePurge } from '../purge/PurgeProvider'
import { useIsHost } from '../room/useIsHost'
import { PeopleAway } from './PeopleAway'
import { PeopleList } from './PeopleList'
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
  const purge = usePurge()
  const host = useContext(OpenedBoardContext)?.joined
  const isHost = useIsHost()
  const me = useSignal(replica.me)
  const people = presentPeople(useSignal(replica.people), me?.person)
  const isLeading = isWriter && me?.role === 'facilitator'
  const toWall = (person: string, name: string) =>
    isWriter &&
    person !== '' && (
      <IconButton
        icon={StickyNote}
        label={t('people.toWall', { name: name || t('people.anonymous') })}
        onClick={() =>
          addInView(session, { type: 'person', tint: 'white', record: person, size: [240, 96, 0] })
        }
      />
    )
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
      <PeopleList
        people={people}
        me={me?.person}
        action={({ person, name }) => (
          <>
            {toWall(person, name)}
            {removal(person, name)}
          </>
        )}
      />
      {isLeading && (
        <div className="details-part">
          <Button icon={Armchair} onClick={() => session.overlay.set('tables')}>
            {t('commands.tables')}
          </Button>
        </div>
      )}
      {host && host.print !== '' && !isHost && (
        <p className="field-note host-sign">
          {t('people.hostSign')} <bdi dir="ltr">{signOf(host.print)}</bdi>
        </p>
      )}
      {people.length < 2 && platform.desktop && isHost && <p className="field-note">{t('people.nobody')}</p>}
      {isLeading && <VoiceBalance />}
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
