import { useTranslation } from 'react-i18next'
import { useSession, useSignal } from '../hooks'
import { Button } from '../kit/Button'
import { PeopleList } from '../panels/PeopleList'
import { presentPeople } from '../people'
import { useRemovals } from './useRemovals'

/** Everybody in the room; guests may be sent out. */
export function WhoIsIn() {
  const { t } = useTranslation()
  const { replica } = useSession()
  const me = useSignal(replica.me)
  const people = presentPeople(useSignal(replica.people), me?.person)
  const removalOf = useRemovals()
  return (
    <section className="room-people" aria-labelledby="room-people">
      <h3 id="room-people">
        {people.length > 1 ? t('people.here', { count: people.length }) : t('room.people')}
      </h3>
      {people.length > 1 ? (
        <PeopleList
          people={people}
          me={me?.person}
          action={(present) => {
            const removal = removalOf(present)
            return (
              removal && (
                <Button tone="quiet" aria-label={removal.label} onClick={removal.ask}>
                  {t('room.removeShort')}
                </Button>
              )
            )
          }}
        />
      ) : (
        <p>{t('room.justYou')}</p>
      )}
    </section>
  )
}
