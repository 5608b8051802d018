import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { addCard, deleteCards, explainCard } from '#shared/board/actions/cards'
import { addStoryboard, captionFrame, framesOf } from '#shared/board/actions/prototypes'
import { createFind, type Find } from '../../../../renderer/board/find'
import { Driver } from '../../../driver'

describe('finding words on the wall', () => {
  let driver: Driver
  let find: Find
  let queue: (() => void)[]
  const card = (text: string, x: number, y = 0) =>
    addCard(driver.session.writer, { type: 'note', text, pos: [x, y] })
  const settle = () => {
    for (let work = queue.shift(); work; work = queue.shift()) work()
  }
  const texts = () => find.found.get().ids.map((id) => driver.card(id).text)
  const look = (query: string) => {
    find.look(query)
    settle()
    return texts()
  }
  beforeEach(() => {
    driver = new Driver()
    queue = []
    find = createFind(driver.session, (work) => queue.push(work))
  })
  afterEach(() => {
    find.dispose()
    driver.dispose()
  })

  it('lists what says it in reading order, whatever the accents and forms of letters', () => {
    card('Le café', 900, 500)
    card('CAFE at the corner', 600)
    card('No tea', 0)
    card('A cafe again', 0, 20)
    expect(look('cafe')).toEqual(['A cafe again', 'CAFE at the corner', 'Le café'])
    card('مدرسة البلدة', 0, 900)
    expect(look('مدرسه')).toEqual(['مدرسة البلدة'])
    expect(look('corner cafe')).toEqual(['CAFE at the corner'])
    expect(look('zebra')).toEqual([])
    expect(find.found.get().at).toBe(-1)
  })

  it('looks into why a card matters and into the captions of frames', () => {
    const why = card('Nobody came', 0)
    explainCard(driver.session.writer, why, 'The bus was late')
    const board = addStoryboard(driver.session.writer, { text: 'A morning', pos: [900, 0] })
    const [frame] = framesOf(driver.session.writer, board)
    captionFrame(driver.session.writer, frame?.id ?? '', 'Waiting for the bus')
    expect(look('bus')).toEqual(['Nobody came', 'A morning'])
  })

  it('begins with the nearest, goes round, and selects what it goes to', () => {
    const [far, near, last] = [card('Bench one', -5000), card('Bench two', 0), card('Bench three', 5000)]
    look('bench')
    expect(find.found.get().at).toBe(1)
    expect(driver.selected).toEqual([])
    find.go(1)
    expect(driver.selected).toEqual([last])
    find.go(1)
    expect(driver.selected).toEqual([far])
    find.go(-1)
    find.go(-1)
    expect(driver.selected).toEqual([near])
    expect(driver.session.camera.visible().x).toBeLessThan(0)
  })

  it('keeps the card it shows while more is typed', () => {
    card('Bench by the door', 0)
    const second = card('Bench by the desk', 400)
    look('bench')
    find.go(1)
    look('bench by')
    expect(find.found.get().ids[find.found.get().at]).toBe(second)
  })

  it('ends at what it found, or where it began when there was nothing', () => {
    const there = card('Bench', 9000)
    look('bench')
    find.end()
    expect(driver.selected).toEqual([there])
    const { x } = driver.session.camera.view.get()
    look('zebra')
    driver.session.camera.set({ x: 0, y: 0, zoom: 1 })
    find.end()
    expect(driver.session.camera.view.get().x).toBe(x)
  })

  it('of a newer query is not overtaken by an older one', () => {
    for (let at = 0; at < 300; at++) card(`Card ${at} of the many that somebody wrote on this wall`, at * 10)
    card('The door', 0)
    find.look('card')
    find.look('door')
    settle()
    expect(texts()).toEqual(['The door'])
  })

  it('forgets cards that are deleted', () => {
    const gone = card('Bench', 0)
    look('bench')
    deleteCards(driver.session.writer, [gone])
    expect(look('bench')).toEqual([])
  })
})
