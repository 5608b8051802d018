import { z } from 'zod'
import { readRecord } from '#shared/board/records'
import { SIDES, type Side } from '#shared/board/vocabulary'
import { type Hand, inTurn, MOST_HANDS, type Speaker } from '#shared/room/speaking'
import type { RoundKind } from './kind'

const hand = z.object({ person: z.string(), side: z.enum(SIDES) })
const NOTHING = { hands: [], now: null, last: null, turns: {} }
const keptState = z
  .object({
    /** In the order in which they were raised. */
    hands: z.array(hand),
    now: hand.nullable(),
    /** The side that has the floor, or had it last; files of earlier versions have none. */
    last: z.enum(SIDES).nullable().catch(null),
    turns: z.partialRecord(z.enum(SIDES), z.number().int().nonnegative()),
  })
  .catch(NOTHING)

/** A talk with a speaking queue. What was said is nobody's record: nothing comes onto the board. */
export const speaking: RoundKind<'speaking'> = {
  name: 'speaking',
  givesWay: false,
  lingers: null,
  hasDocuments: false,
  leavesWords: false,
  open(place, kept) {
    const begun = keptState.parse(kept ?? NOTHING)
    let hands: readonly Hand[] = begun.hands
    let now: Hand | null = begun.now
    let last: Side | null = begun.last ?? begun.now?.side ?? null
    let turns: Partial<Record<Side, number>> = begun.turns

    const without = (person: string) => hands.filter((each) => each.person !== person)
    const shownOf = ({ person, side }: Hand): Speaker => ({
      person,
      side,
      name: readRecord(place.board, 'people', person)?.name ?? '',
    })
    const call = (next: Hand | undefined) => {
      now = next ?? null
      if (!next) return
      last = next.side
      hands = without(next.person)
      turns = { ...turns, [next.side]: (turns[next.side] ?? 0) + 1 }
    }
    return {
      shownTo: () => ({
        kind: 'speaking',
        question: place.settings.question,
        now: now && shownOf(now),
        queue: inTurn(hands, turns, last).map(shownOf),
      }),
      ask(person, { asks }) {
        const me = place.people().find((each) => each.person === person)
        const isUp = hands.some((each) => each.person === person)
        if (asks.do === 'lower') hands = without(person)
        else if (asks.do === 'raise') {
          if (me && !isUp && hands.length < MOST_HANDS) hands = [...hands, { person, side: me.side }]
        } else if (me?.isFacilitator) {
          const meant = hands.find((each) => each.person === asks.person)
          if (asks.do === 'setAside') hands = without(asks.person)
          else if (meant) call(meant)
        }
        place.changed()
      },
      next() {
        call(inTurn(hands, turns, last)[0])
        place.changed()
      },
      kept: () => ({ hands, now, last, turns }),
      forget(person) {
        hands = without(person)
        if (now?.person === person) now = null
      },
    }
  },
}
