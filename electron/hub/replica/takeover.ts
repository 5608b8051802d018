import { dirname } from 'node:path'
import { isSamePlace, type RoomPlace } from '#shared/sync/place'
import type { Board } from '../admission'
import { keepMark, type RoomMark } from './mark'
import type { Own } from './upstream'
import { visit } from './visit'

/** A room that this computer hosts because its host went away. */
export interface Reign {
  readonly mark: RoomMark
  /** Everybody by rank; null is this computer. */
  readonly ranking: readonly (RoomPlace | null)[]
  /** Ends the watch for somebody of a higher rank. */
  stop(): void
}

/** Tries to come back as a multiple of which somebody of a higher rank is looked for. */
const SELDOM = 16
const FIRST_RETRY = 300

/**
 * Makes a board that is a copy the board of a room: its windows come in as its host, as the person they were. While
 * it lasts, those of a higher rank are looked for again and again; `found` is called with one that hosts as well.
 */
export function takeOver(
  board: Board,
  own: Own,
  found: (place: RoomPlace) => void,
  firstRetry = FIRST_RETRY,
): Reign | null {
  const { following, people, room } = board
  if (!following) return null
  const mark = following.mark()
  following.stop()
  board.following = null
  people.hostAs(mark.me.person)
  // They come back at once, as the host's own.
  for (const member of [...room.members]) if (member.isRelayed) member.end()

  const ranking = rankingOf(mark, own)
  const higher = ranking.slice(0, ranking.indexOf(null)).filter((place) => place !== null)
  let isOver = false
  let timer: NodeJS.Timeout | undefined
  const look = async () => {
    for (const place of higher) {
      const credential = { kind: 'token', token: mark.token } as const
      const seen = await visit(place, credential, mark.greeting)
      if (isOver) return
      if (!seen.ok) continue
      seen.value.doc.destroy()
      if (seen.value.welcome.board === mark.board) return found(seen.value.place)
    }
    lookLater()
  }
  const lookLater = () => {
    timer = setTimeout(() => void look(), firstRetry * SELDOM * (0.5 + Math.random()))
  }
  lookLater()
  return {
    mark,
    ranking,
    stop() {
      isOver = true
      clearTimeout(timer)
    },
  }
}

/** The board is a copy again, of the room of whoever hosts at `place`. */
export async function giveWay(path: string, { mark }: Reign, place: RoomPlace): Promise<void> {
  const others = mark.places.filter((each) => !isSamePlace(each, place))
  await keepMark(dirname(path), { ...mark, places: [place, ...others] })
}

/** The ranking that the last host told, as this computer says it. */
function rankingOf({ ranking, places }: RoomMark, own: Own): (RoomPlace | null)[] {
  const known = ranking.length > 0 ? ranking : places.slice(0, 1)
  const mine = known.map((place) => (place.print === own.print ? null : place))
  return mine.includes(null) ? mine : [...mine, null]
}
