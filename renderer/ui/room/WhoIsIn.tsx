import { useTranslation } from 'react-i18next'
import { useSession, useSignal } from '../hooks'
import { Button } from '../kit/Button'
import { PeopleList } from '../panels/PeopleList'
import { type Present, presentPeople } from '../people'

/** Everybody in the room; guests may be sent out. */
export function WhoIsIn({ onRemove }: { onRemove: (person: Present) => void }) {
  const { t } = useTranslation()
  const { replica } = useSession()
  const me = useSignal(replica.me)
  const people = presentPeople(useSignal(replica.people), me?.person)
  return (
    <section className="room-people" aria-labelledby="room-people">
      <h3 id="room-people">
        {people.length > 1 ? t('people.here', { count: people.length }) : t('room.people')}
      </h3>
      {people.length > 1 ? (
        <PeopleList
          people={people}
          me={me?.person}
          action={(present) =>
            present.role !== 'facilitator' && (
              <Button
                tone="quiet"
                aria-label={t('room.remove', { name: present.name || t('people.anonymous') })}
                onClick={() => onRemove(present)}
              >
                {t('room.removeShort')}
              </Button>
            )
          }
        />
      ) : (
        <p>{t('room.justYou')}</p>
      )}
    </section>
  )
}
