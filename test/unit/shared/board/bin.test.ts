import { expect, test } from 'vitest'
import { putBackBinned } from '#shared/board/actions/bin'
import { addCard, deleteCards, putBackCards } from '#shared/board/actions/cards'
import { addStation, deleteStation } from '#shared/board/actions/stations'
import { readBin } from '#shared/board/bin'
import { Driver } from '../../../driver'

function board() {
  const driver = new Driver()
  let clock = 1_000
  const writer = { ...driver.session.writer, doc: driver.replica.doc, person: 'person1', now: () => clock++ }
  return { driver, writer, words: () => readBin(driver.replica.doc).map(({ words }) => words) }
}

test('what anybody deleted is in the bin, the latest first, with what it says and when it went', () => {
  const { driver, writer, words } = board()
  const first = addCard(writer, { type: 'note', text: 'Buses' })
  const second = addCard(writer, { type: 'idea', text: 'Benches' })
  const station = addStation(writer, 'Start here', { x: 0, y: 0, width: 10, height: 10 })
  expect(words()).toEqual([])
  deleteCards(writer, [second])
  deleteStation(writer, station)
  deleteCards(writer, [first])
  expect(words()).toEqual(['Buses', 'Start here', 'Benches'])
  expect(readBin(driver.replica.doc)[0]).toMatchObject({ collection: 'cards', type: 'note' })
  expect(readBin(driver.replica.doc)[0]?.gone).toBeGreaterThan(1_000)
})

test('what is put back leaves the bin and is where it was', () => {
  const { driver, writer, words } = board()
  const card = addCard(writer, { type: 'note', text: 'Buses', pos: [30, 40] })
  const station = addStation(writer, 'Start here', { x: 0, y: 0, width: 10, height: 10 })
  deleteCards(writer, [card])
  deleteStation(writer, station)
  putBackBinned(writer, readBin(driver.replica.doc))
  expect(words()).toEqual([])
  expect(driver.card(card)).toMatchObject({ text: 'Buses', pos: [30, 40], del: false })
  expect(driver.session.records.all('stations')).toHaveLength(1)
})

test('a card without words is told by its kind; a stamp is not listed for itself', () => {
  const { driver, writer } = board()
  const card = addCard(writer, { type: 'shape' })
  addCard(writer, { type: 'stamp', sign: 'star', theme: card })
  deleteCards(writer, [card])
  expect(readBin(driver.replica.doc)).toMatchObject([{ id: card, type: 'shape', words: '' }])
})

test('putting back once more changes nothing', () => {
  const { driver, writer } = board()
  const card = addCard(writer, { type: 'note', text: 'Buses' })
  deleteCards(writer, [card])
  putBackCards(writer, [card])
  putBackBinned(writer, [{ collection: 'cards', id: card }])
  expect(driver.cards).toHaveLength(1)
})
