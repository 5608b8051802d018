import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest'
import { addCard } from '#shared/board/actions/cards'
import { LONG_PRESS } from '../../../../../renderer/board/tools/longPress'
import { Driver } from '../../../../driver'

// A card at the world's origin stands in the middle of the driver's viewport of 1600 × 900.
const ON_CARD = [820, 470] as const
const ON_WALL = [100, 100] as const

describe('the menu on the wall', () => {
  let driver: Driver
  let card: string
  beforeEach(() => {
    vi.useFakeTimers()
    driver = new Driver()
    card = addCard(driver.session.writer, { type: 'note', text: 'Bench', pos: [0, 0] })
  })
  afterEach(() => {
    driver.dispose()
    vi.useRealTimers()
  })
  const menu = () => driver.session.menu.get()
  const touch = { device: 'touch' } as const

  it('is that of the card under the pointer, which becomes the selection', () => {
    driver.send({ kind: 'menu', at: ON_CARD })
    expect(menu()).toEqual({ on: 'card', at: ON_CARD })
    expect(driver.selected).toEqual([card])
  })

  it('keeps the selection that the card belongs to', () => {
    const other = addCard(driver.session.writer, { type: 'note', text: 'Bus', pos: [400, 0] })
    driver.session.selection.set([other, card])
    driver.send({ kind: 'menu', at: ON_CARD })
    expect(driver.selected).toEqual([other, card])
  })

  it('is that of the wall where there is no card, and lets go of the selection', () => {
    driver.session.selection.set([card])
    driver.send({ kind: 'menu', at: ON_WALL })
    expect(menu()?.on).toBe('wall')
    expect(driver.selected).toEqual([])
  })

  it('asked for by a key stands at the selected card, or in the middle of the view', () => {
    driver.send({ kind: 'menu', at: null })
    expect(menu()).toEqual({ on: 'wall', at: [800, 450] })
    driver.session.selection.set([card])
    driver.send({ kind: 'menu', at: null })
    expect(menu()).toEqual({ on: 'card', at: [920, 530] })
  })

  it('does not open under a finger far from somebody who writes, whose keyboard it would take', () => {
    const written = addCard(driver.session.writer, { type: 'note', pos: [-760, -400] })
    driver.session.editing.set(written)
    driver.down(...ON_CARD, touch)
    vi.advanceTimersByTime(LONG_PRESS)
    expect(menu()).toBeNull()
    expect(driver.session.editing.get()).toBe(written)
    driver.move(60, 60).up()
    expect(driver.card(card).pos).toEqual([60, 60])
  })

  it('opens under a finger that rests, and the finger then does nothing else', () => {
    driver.down(...ON_CARD, touch).move(2, 1)
    vi.advanceTimersByTime(LONG_PRESS)
    expect(menu()?.on).toBe('card')
    driver.move(60, 60).up()
    expect(driver.card(card).pos).toEqual([0, 0])
  })

  it('does not open under a finger that moves, lifts or pinches, nor under a mouse', () => {
    driver.down(...ON_CARD, touch).move(30, 0)
    vi.advanceTimersByTime(LONG_PRESS)
    driver
      .up()
      .down(...ON_WALL, touch)
      .up()
    vi.advanceTimersByTime(LONG_PRESS)
    driver.down(...ON_WALL, touch).down(300, 300, { ...touch, pointer: 2 })
    vi.advanceTimersByTime(LONG_PRESS)
    driver.up().down(...ON_CARD)
    vi.advanceTimersByTime(LONG_PRESS)
    expect(menu()).toBeNull()
  })

  it('waits until nobody holds anything', () => {
    driver.down(...ON_CARD).move(40, 0)
    driver.send({ kind: 'menu', at: ON_WALL })
    expect(menu()).toBeNull()
  })
})
