import { encodeControl } from '#shared/sync/messages'
import { isSamePlace, type RoomPlace } from '#shared/sync/place'
import type { People } from './people'
import type { Member, Room } from './room'

/** Who would host a room if its host went away. */
export interface Standby {
  /** Everybody in the order of their rank; null is this hub itself. */
  ranking(): readonly (RoomPlace | null)[]
  dispose(): void
}

/**
 * Tells everybody in a room, as they come and go, at which desktop they may look for it if this one goes away: those
 * that keep a copy, in the order of their rank. They are also told by which tokens the people are known, as hashes, so
 * that everybody comes back as themselves. `before` is the ranking of the host before this one.
 */
export function createStandby(
  room: Room,
  people: Pick<People, 'known'>,
  origins: () => readonly string[],
  before: readonly (RoomPlace | null)[] = [null],
): Standby {
  let told = { plain: '', whole: '' }
  const ranking = (): (RoomPlace | null)[] => {
    const here = [...room.members].flatMap(({ keeps }) => keeps ?? [])
    const ranked = new Map<string, RoomPlace | null>()
    for (const place of [...before, ...here]) ranked.set(place ? `${place.host}:${place.port}` : '', place)
    return [...ranked.values()].slice(0, MOST)
  }
  /** The same for everybody of a kind, so it is encoded once. */
  const tell = (joined?: Member) => {
    const places = ranking()
    const plain = encodeControl({ say: 'standby', places })
    const devices = [...people.known()]
    const whole = encodeControl({ say: 'standby', places, devices, origins: [...origins()] })
    const isNews = { plain: told.plain !== key(plain), whole: told.whole !== key(whole) }
    told = { plain: key(plain), whole: key(whole) }
    for (const member of room.members) {
      // Windows of the host itself go where it goes.
      if (!member.isGuest) continue
      const kind = member.keeps ? 'whole' : 'plain'
      if (isNews[kind] || member === joined) member.send(kind === 'whole' ? whole : plain)
    }
  }
  return { ranking, dispose: room.onPeople(tell) }
}

const key = (message: Uint8Array): string => Buffer.from(message).toString('latin1')

/** Places in a ranking; a room has fewer desktops. */
const MOST = 48

/** The places of a ranking as whoever heard it from `speaker` knows them. */
export function placesOf(ranking: readonly (RoomPlace | null)[], speaker: RoomPlace): RoomPlace[] {
  const places = ranking.map((place) => place ?? speaker)
  return places.filter((place, at) => places.findIndex((each) => isSamePlace(each, place)) === at)
}
