import { expect, test } from 'vitest'
import * as Y from 'yjs'
import { inOrder } from '#shared/board/order'
import { readAll } from '#shared/board/records'
import { createRecords } from '../../../../renderer/board/records'
import { ACTS } from '../../../fuzz/everyAction'
import { seeded } from '../../../support/randomness'

const DEEDS = [
  'addCard',
  'editText',
  'deleteCards',
  'putBackCards',
  'reorderCard',
  'moveCards',
  'addFrame',
  'addStoryboard',
]

test.each([1, 2, 3])(
  'lists stay as sorting them anew would make them, whatever changes (seed %i)',
  (seed) => {
    const random = seeded(seed)
    const doc = new Y.Doc()
    const records = createRecords(doc)
    let clock = 1
    const writer = { doc, person: 'amal', origin: null, now: () => clock++ }
    for (let round = 0; round < 120; round++) {
      const before = records.all('cards')
      ACTS[random.of(DEEDS) ?? '']?.(writer, random)
      expect(records.all('cards')).toEqual(inOrder(readAll(doc, 'cards')))
      expect(records.all('frames')).toEqual(inOrder(readAll(doc, 'frames')))
      expect(before).toEqual(inOrder(before))
    }
  },
)
