import { expect, it } from 'vitest'
import { createAwake } from '../../../electron/awake'

/** A system that is kept awake by whoever asked and has not stopped. */
function system() {
  const holders = new Map<number, string>()
  let last = 0
  const awake = createAwake({
    start(kind) {
      last += 1
      holders.set(last, kind)
      return last
    },
    stop: (id) => {
      if (!holders.delete(id)) throw new Error(`nobody holds ${id}`)
    },
  })
  return { awake, holders }
}

it('keeps the display awake once, however often it is asked, and lets go of it', () => {
  const { awake, holders } = system()
  awake.keep(false)
  expect(holders.size).toBe(0)
  awake.keep(true)
  awake.keep(true)
  expect([...holders.values()]).toEqual(['prevent-display-sleep'])
  awake.keep(false)
  awake.keep(false)
  expect(holders.size).toBe(0)
})

it('keeps it awake again for the next room', () => {
  const { awake, holders } = system()
  for (let round = 0; round < 3; round++) {
    awake.keep(true)
    expect(holders.size).toBe(1)
    awake.keep(false)
    expect(holders.size).toBe(0)
  }
})
