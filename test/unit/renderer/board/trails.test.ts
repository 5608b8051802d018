import { describe, expect, it } from 'vitest'
import { createTrails, GLOW } from '../../../../renderer/board/trails'
import { Driver } from '../../../driver'
import { MemoryRoom } from '../../../support/memoryReplica'

describe('the trail of a laser pointer', () => {
  it('fades from its old end and is gone when the light has rested', () => {
    const trails = createTrails()
    trails.add(1, [0, 0], 0)
    trails.add(1, [10, 0], GLOW / 2)
    trails.add(1, [10, 0], GLOW)
    expect(trails.advance(GLOW)).toBe(true)
    expect(trails.all().get(1)).toEqual([{ at: [10, 0], when: GLOW / 2 }])
    expect(trails.advance(2 * GLOW)).toBe(false)
    expect(trails.all().size).toBe(0)
  })

  it('is drawn by the tool, seen by the others, and in no document', () => {
    const room = new MemoryRoom()
    const [amina, sam] = [new Driver(room, 1), new Driver(room, 2)]
    amina.session.tools.choose('laser')
    amina.down(800, 450).move(20, 0).move(20, 0).up()
    expect(amina.session.trails.all().size).toBe(1)
    expect(amina.cards).toEqual([])
    sam.session.remote.advance(0)
    sam.session.remote.advance(500)
    expect(sam.session.remote.cursors()).toMatchObject([{ peer: 1, isLight: true }])
    expect(sam.session.trails.all().get(1)?.length).toBeGreaterThan(0)
    amina.session.tools.choose('select')
    expect(sam.session.remote.cursors()).toMatchObject([{ isLight: false }])
    amina.dispose()
    sam.dispose()
  })
})
