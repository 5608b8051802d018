import { useTranslation } from 'react-i18next'
import type { NearbyRoom } from '#shared/ipc/contract'
import { linkTo } from '#shared/sync/place'
import { Choice, TextField } from '../kit/Field'
import { InTheWay } from './InTheWay'

/** Stands for an address that is typed. */
const TYPED = ''

/** Where the room is: one that has shown up by itself, or an address. The value is a link or what was typed. */
export function RoomPlaceField({
  rooms,
  isLong,
  address,
  error,
  onAddress,
}: {
  rooms: readonly NearbyRoom[]
  /** Nothing has shown up for a while. */
  isLong: boolean
  address: string
  error: string | undefined
  onAddress: (address: string) => void
}) {
  const { t } = useTranslation()
  const links = rooms.map(({ place }) => linkTo(place, ''))
  const chosen = links.includes(address) ? address : TYPED
  return (
    <>
      {rooms.length > 0 && (
        <Choice
          legend={t('home.nearby')}
          options={[
            ...rooms.map(({ title, place }, at) => ({
              value: links[at] ?? TYPED,
              isLong: true,
              label: (
                <>
                  <bdi className="join-room-title">{title || t('home.untitled')}</bdi>
                  <bdi dir="ltr" className="join-room-host">
                    {place.host}
                  </bdi>
                </>
              ),
            })),
            { value: TYPED, isLong: true, label: t('home.nearbyOther') },
          ]}
          value={chosen}
          onChoose={onAddress}
        />
      )}
      {chosen !== TYPED && error && <InTheWay words={error} />}
      {chosen === TYPED && (
        <TextField
          label={t('home.joinAddress')}
          hint={t('home.joinAddressHint')}
          error={error}
          value={address}
          autoComplete="off"
          spellCheck={false}
          dir="ltr"
          data-first=""
          onChange={(event) => onAddress(event.currentTarget.value)}
        />
      )}
      {rooms.length === 0 && (
        <p className="join-room-looking" role="status">
          {isLong ? t('home.nearbyNone') : t('home.nearbyLooking')}
        </p>
      )}
    </>
  )
}
