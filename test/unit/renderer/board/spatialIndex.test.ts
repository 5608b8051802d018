import fc from 'fast-check'
import { expect, test } from 'vitest'
import { type Box, touches } from '#shared/cards/box'
import { createSpatialIndex } from '../../../../renderer/board/spatialIndex'

const box = fc.record({
  x: fc.integer({ min: -500, max: 500 }),
  y: fc.integer({ min: -500, max: 500 }),
  width: fc.integer({ min: 0, max: 200 }),
  height: fc.integer({ min: 0, max: 200 }),
})
const step = fc.oneof(
  fc.record({ act: fc.constant('put' as const), id: fc.integer({ min: 0, max: 30 }), box }),
  fc.record({ act: fc.constant('remove' as const), id: fc.integer({ min: 0, max: 30 }), box }),
)

test('the index finds the same boxes as looking at every one', () => {
  fc.assert(
    fc.property(
      fc.array(box, { maxLength: 40 }),
      fc.array(step, { maxLength: 60 }),
      box,
      (first, steps, area) => {
        const index = createSpatialIndex()
        const all = new Map<string, Box>(first.map((each, at) => [String(at), each]))
        index.load(all)
        for (const { act, id, box: at } of steps) {
          if (act === 'put') {
            all.set(String(id), at)
            index.put(String(id), at)
          } else {
            all.delete(String(id))
            index.remove(String(id))
          }
        }
        const expected = [...all].filter(([, each]) => touches(each, area)).map(([id]) => id)
        expect(index.search(area).sort()).toEqual(expected.sort())
        expect(index.bounds() === undefined).toBe(all.size === 0)
      },
    ),
    { numRuns: 60 },
  )
})
