import { expect, test } from 'vitest'
import * as Y from 'yjs'
import { addCard, deleteCards, putBackCards, writeCard } from '#shared/board/actions/cards'
import { putPerson } from '#shared/board/actions/people'
import { readAll } from '#shared/board/records'
import type { Side } from '#shared/board/vocabulary'
import { createRecords } from '../../../../renderer/board/records'
import { followVoices } from '../../../../renderer/board/voices'
import { ACTS } from '../../../fuzz/everyAction'
import { seeded } from '../../../support/randomness'

function room(sides: Readonly<Record<string, Side>>) {
  const doc = new Y.Doc()
  const as = (person: string) => ({ doc, person, origin: null, now: () => 1 })
  for (const [person, side] of Object.entries(sides)) putPerson(as(person), person, { name: person, side })
  const records = createRecords(doc)
  return { doc, as, records }
}

test('cards with words count for the side of whoever made them, and for nobody when they are gone', () => {
  const { as, records } = room({ amina: 'resident', ben: 'professional' })
  const { voices } = followVoices(records)
  addCard(as('amina'), { type: 'note', text: 'late bus' })
  const empty = addCard(as('ben'), { type: 'idea' })
  addCard(as('ben'), { type: 'shape', text: 'not said by anybody' })
  addCard(as('stranger'), { type: 'note', text: 'of nobody known' })
  expect(voices.get()).toEqual({ resident: 1, professional: 0, politician: 0, facilitator: 0 })
  writeCard(as('amina'), empty, 'a bench')
  expect(voices.get()).toMatchObject({ resident: 1, professional: 1 })
  deleteCards(as('ben'), [empty])
  expect(voices.get()).toMatchObject({ professional: 0 })
  putBackCards(as('ben'), [empty])
  putPerson(as('ben'), 'ben', { side: 'politician' })
  expect(voices.get()).toEqual({ resident: 1, professional: 0, politician: 1, facilitator: 0 })
})

test('whatever is done to the board, following gives what counting anew gives', () => {
  const random = seeded(11)
  const { doc, records } = room({ amal: 'resident', ben: 'professional', chris: 'facilitator' })
  const { voices } = followVoices(records)
  const names = Object.keys(ACTS)
  for (let turn = 0; turn < 400; turn++) {
    const person = random.of(['amal', 'ben', 'chris']) ?? 'amal'
    ACTS[random.of(names) ?? '']?.({ doc, person, origin: null, now: () => turn }, random)
  }
  const anew = followVoices(createRecords(doc))
  expect(voices.get()).toEqual(anew.voices.get())
  expect(readAll(doc, 'cards').length).toBeGreaterThan(0)
})
