import { expect, test } from 'vitest'
import { addCard, deleteCards } from '#shared/board/actions/cards'
import { parkCards } from '#shared/board/actions/parking'
import { Driver } from '../../../driver'

const note = (driver: Driver, x: number) =>
  addCard(driver.session.writer, { type: 'note', pos: [x, 0], size: [240, 160, 0], text: `At ${x}` })
const park = (driver: Driver, ...ids: string[]) => parkCards(driver.session.writer, ids, 'Parked for later')
const parking = (driver: Driver) => driver.session.records.singleton('meta').parking ?? ''

test('the first parked card gets a place beside the wall, the next ones come to it', () => {
  const driver = new Driver()
  const [a, b, c] = [note(driver, 0), note(driver, 300), note(driver, 600)]
  park(driver, a)
  const theme = driver.card(parking(driver))
  expect(theme).toMatchObject({ type: 'theme', text: 'Parked for later' })
  expect(driver.card(a).theme).toBe(theme.id)
  expect(driver.card(a).pos[0]).toBeGreaterThan(840)
  park(driver, b, c)
  expect([driver.card(b).theme, driver.card(c).theme]).toEqual([theme.id, theme.id])
  expect(driver.cards.filter(({ type }) => type === 'theme')).toHaveLength(1)
})

test('a parking place that was taken off the wall is made anew', () => {
  const driver = new Driver()
  const [a, b] = [note(driver, 0), note(driver, 300)]
  park(driver, a)
  const first = parking(driver)
  deleteCards(driver.session.writer, [first])
  park(driver, b)
  expect(parking(driver)).not.toBe(first)
  expect(driver.card(b).theme).toBe(parking(driver))
})

test('locked cards stay, and nothing is made for nothing', () => {
  const driver = new Driver()
  const locked = addCard(driver.session.writer, { type: 'note', locked: true, text: 'Stays' })
  park(driver, locked, 'nobody')
  expect(driver.card(locked).theme).toBe(null)
  expect(driver.cards).toHaveLength(1)
})

test('parking is one step to undo', () => {
  const driver = new Driver()
  const { undo } = driver.session
  undo.mark()
  const id = note(driver, 0)
  const before = driver.card(id).pos
  undo.mark()
  park(driver, id)
  undo.undo()
  expect(driver.card(id)).toMatchObject({ pos: before, theme: null })
  expect(driver.cards).toHaveLength(1)
})
