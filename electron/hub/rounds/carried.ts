import type { CarriedRound } from '#shared/room/round'
import { LONGEST_ROUND } from '#shared/room/time'
import type { RoundRecord } from './record'

/** A round as another hub is told of it, whose clock may stand elsewhere. */
export const carriedOf = (id: string, { settings, by, time, state }: RoundRecord): CarriedRound => ({
  id,
  settings,
  by,
  time: time && { left: Math.min(LONGEST_ROUND, Math.max(0, time.endsAt - Date.now())), whole: time.whole },
  state,
})

/** The same round as it goes on here. */
export const recordOf = ({ settings, by, time, state }: CarriedRound): RoundRecord => ({
  settings,
  by,
  time: time && { endsAt: Date.now() + time.left, whole: time.whole },
  state,
  isCancelled: false,
})
