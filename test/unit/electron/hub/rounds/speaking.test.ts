import { expect, test } from 'vitest'
import type { Side } from '#shared/board/vocabulary'
import type { AskOf } from '#shared/room/round'
import { speaking } from '../../../../../electron/hub/rounds/speaking'
import { roundPlace } from '../../../../support/roundPlace'

const SIDES_OF = { Ben: 'professional', Chris: 'professional', Amina: 'resident', Ewa: 'resident' } as const
const here = Object.entries(SIDES_OF).map(([name, side]: [string, Side]) => ({
  person: name,
  name,
  side,
  isFacilitator: name === 'Ewa',
}))

/** A talk that begins, or goes on with what was kept of one: as a file or another hub has it. */
function talk(kept?: unknown) {
  const place = roundPlace<'speaking'>({ kind: 'speaking', ms: null, question: '' }, { here })
  const round = speaking.open(place, kept === undefined ? undefined : JSON.parse(JSON.stringify(kept)))
  const ask = (person: string, asks: AskOf<'speaking'>['asks']) =>
    round.ask?.(person, { kind: 'speaking', asks })
  return {
    raise: (...people: string[]) => people.forEach((person) => void ask(person, { do: 'raise' })),
    ask,
    next: () => round.next?.(),
    kept: () => round.kept?.(),
    forget: (person: string) => round.forget?.(person),
    names() {
      const { now, queue } = round.shownTo({ person: 'Ewa', isFacilitator: true })
      return [now?.person ?? null, ...queue.map(({ person }) => person)]
    },
  }
}

test('a side that was called out of turn waits for the others, and so it stays when nobody has the floor', () => {
  const first = talk()
  first.raise('Amina', 'Ben', 'Chris', 'Ewa')
  first.ask('Ewa', { do: 'call', person: 'Ben' })
  expect(first.names()).toEqual(['Ben', 'Amina', 'Chris', 'Ewa'])
  for (let speakers = 0; speakers < 4; speakers += 1) first.next()
  expect(first.names()).toEqual([null])
  first.raise('Amina', 'Ben')
  const later = talk(first.kept())
  for (const each of [first, later]) expect(each.names()).toEqual([null, 'Ben', 'Amina'])
})

test('who was purged is nowhere in what is kept, and their side has still spoken', () => {
  const round = talk()
  round.raise('Ben')
  round.next()
  round.raise('Chris', 'Amina')
  round.forget('Ben')
  expect(JSON.stringify(round.kept())).not.toContain('Ben')
  expect(talk(round.kept()).names()).toEqual([null, 'Amina', 'Chris'])
})

test('a talk that an earlier version kept goes on, with the side that has the floor', () => {
  const hands = [
    { person: 'Chris', side: 'professional' },
    { person: 'Amina', side: 'resident' },
  ]
  const now = { person: 'Ben', side: 'professional' }
  const turns = { professional: 1, resident: 3 }
  expect(talk({ hands, now, turns }).names()).toEqual(['Ben', 'Amina', 'Chris'])
  expect(talk({ hands, now: null, turns }).names()).toEqual([null, 'Chris', 'Amina'])
  expect(talk({ hands, now, turns, last: 'nobody' }).names()).toEqual(['Ben', 'Amina', 'Chris'])
  expect(talk({ hands: 'none' }).names()).toEqual([null])
})
