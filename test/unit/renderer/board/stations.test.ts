import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { addCard } from '#shared/board/actions/cards'
import { addStation, deleteStation, moveStation, renameStation } from '#shared/board/actions/stations'
import { nameOfView } from '../../../../renderer/board/stations'
import { Driver } from '../../../driver'

const view = (x: number) => ({ x, y: 0, width: 800, height: 450 })

describe('stations', () => {
  let driver: Driver
  let ids: string[]
  beforeEach(() => {
    driver = new Driver()
    ids = ['Door', 'Desk', 'Way home'].map((name, at) =>
      addStation(driver.session.writer, name, view(at * 1000)),
    )
  })
  afterEach(() => driver.dispose())
  const names = () => driver.session.records.all('stations').map(({ name }) => name)
  const at = () => Math.round(driver.session.camera.visible().x)

  it('are gone through with the keys of a clicker, and end at both ends', () => {
    driver.press('PageDown')
    expect(at()).toBe(0)
    driver.press('PageDown').press('PageDown').press('PageDown')
    expect(at()).toBe(2000)
    driver.press('PageUp')
    expect(at()).toBe(1000)
  })

  it('show all of what was kept, however wide the window is', () => {
    driver.session.camera.resize(900, 900)
    driver.press('PageDown')
    const { x, y, width, height } = driver.session.camera.visible()
    expect([x, width]).toEqual([0, 800])
    expect(y).toBeLessThanOrEqual(0)
    expect(y + height).toBeGreaterThanOrEqual(450)
  })

  it('are named, put in another order and taken out', () => {
    const { writer } = driver.session
    moveStation(writer, ids[2] ?? '', null)
    renameStation(writer, ids[0] ?? '', 'Front door')
    expect(names()).toEqual(['Way home', 'Front door', 'Desk'])
    deleteStation(writer, ids[2] ?? '')
    expect(names()).toEqual(['Front door', 'Desk'])
    driver.session.undo.undo()
  })

  it('go on from the first when the present one was taken out', () => {
    driver.press('PageDown').press('PageDown')
    deleteStation(driver.session.writer, ids[1] ?? '')
    driver.press('PageDown')
    expect(at()).toBe(0)
  })

  it('take the name of the theme that fills the view', () => {
    addCard(driver.session.writer, {
      type: 'theme',
      text: 'Nobody asks',
      pos: [-400, -200],
      size: [800, 400, 0],
    })
    addCard(driver.session.writer, { type: 'theme', text: 'Far away', pos: [9000, 0] })
    expect(nameOfView(driver.session)).toBe('Nobody asks')
  })
})
