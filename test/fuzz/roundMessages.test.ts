import fc from 'fast-check'
import { expect, test } from 'vitest'
import { FACES } from '#shared/room/energy'
import { type RoundKindName, type RoundSettings, roundAsk, roundShown } from '#shared/room/round'
import { decodeGuestMessage, encodeControl } from '#shared/sync/messages'
import type { RoundKind } from '../../electron/hub/rounds/kind'
import { ROUND_KINDS } from '../../electron/hub/rounds/kinds'
import { roundPlace, writeIn } from '../support/roundPlace'

const MINUTE = 60_000
const SETTINGS: readonly RoundSettings[] = [
  { kind: 'vote', ms: null, question: '', cards: ['a', 'b', 'b'], dots: 3, most: 2 },
  { kind: 'speaking', ms: null, question: 'What now?' },
  { kind: 'oneTwoFourAll', ms: MINUTE, later: [MINUTE, MINUTE, MINUTE], question: '' },
  { kind: 'energy', ms: null, moment: 'end' },
]
const person = fc.constantFrom('imran', 'amina', 'ben', 'stranger', '')
const word = fc.oneof(person, fc.string(), fc.constantFrom('a', 'b', '__proto__', 'constructor'))
const ask = fc.oneof(
  fc.record({
    kind: fc.constantFrom('speaking', 'oneTwoFourAll'),
    asks: fc.record({
      do: fc.constantFrom('raise', 'lower', 'call', 'setAside', 'join', 'keep', 'shout'),
      person: word,
      idea: fc.string(),
    }),
  }),
  fc.jsonValue(),
)
const deed = fc.oneof(
  { weight: 6, arbitrary: fc.record({ do: fc.constant('ask' as const), person, ask }) },
  {
    weight: 4,
    arbitrary: fc.record({
      do: fc.constant('write' as const),
      person,
      root: fc.constantFrom('dots', 'energy', 'cards'),
      key: fc.oneof(word, fc.constant('face')),
      value: fc.oneof(fc.constantFrom(...FACES), fc.integer({ min: -2, max: 60 }), fc.jsonValue()),
    }),
  },
  { weight: 1, arbitrary: fc.record({ do: fc.constantFrom('next', 'forget', 'die'), person }) },
)

test('whatever is asked in a round, said by whomever, it goes on, and shows what the protocol has', () => {
  fc.assert(
    fc.property(fc.constantFrom(...SETTINGS), fc.array(deed, { maxLength: 40 }), (settings, deeds) => {
      const kind = ROUND_KINDS[settings.kind] as RoundKind<RoundKindName>
      const here = ['imran', 'amina', 'ben'].map((each) => ({
        person: each,
        name: each,
        side: 'resident' as const,
        isFacilitator: each === 'imran',
      }))
      let place = roundPlace<RoundKindName>(settings as never, { here })
      let round = kind.open(place)
      for (const each of deeds) {
        if (each.do === 'ask') {
          const parsed = roundAsk.safeParse(each.ask)
          if (parsed.success && parsed.data.kind === settings.kind) round.ask?.(each.person, parsed.data)
        } else if (each.do === 'write')
          writeIn(place, round, each.person, (doc) => doc.getMap(each.root).set(each.key, each.value))
        else if (each.do === 'next') round.next?.()
        else if (each.do === 'forget') {
          place.documents.forget(each.person)
          place.parts.delete(each.person)
          round.forget?.(each.person)
        } else {
          const kept: unknown = JSON.parse(JSON.stringify(round.kept?.() ?? null))
          place = roundPlace<RoundKindName>(settings as never, place)
          round = kind.open(place, kept ?? undefined)
        }
        for (const viewer of ['imran', 'amina', ''])
          roundShown.parse(round.shownTo({ person: viewer, isFacilitator: viewer === 'imran' }))
      }
      round.reveal?.({ doc: place.board, person: 'imran', origin: null, now: () => 1 }, [0, 0])
    }),
    { numRuns: 400 },
  )
})

test('no message about a round makes the reader throw', () => {
  fc.assert(
    fc.property(ask, fc.jsonValue(), (asked, order) => {
      for (const said of [
        { say: 'ask', round: 'r', ask: asked },
        { say: 'round', order },
      ])
        expect(() => decodeGuestMessage(encodeControl(said as never))).not.toThrow()
    }),
  )
})
