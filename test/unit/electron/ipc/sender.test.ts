import { expect, it } from 'vitest'
import { isOwnMainFrame } from '../../../../electron/ipc/sender'

const MAIN = { url: 'app://ground/index.html', routingId: 4, processId: 9 }

it('the page itself may call', () => {
  expect(isOwnMainFrame(MAIN, MAIN)).toBe(true)
})

it('a frame inside the page may not, even from our own address', () => {
  expect(isOwnMainFrame({ ...MAIN, routingId: 5 }, MAIN)).toBe(false)
  expect(isOwnMainFrame({ ...MAIN, processId: 1 }, MAIN)).toBe(false)
})

it('a page from elsewhere may not', () => {
  const stranger = { ...MAIN, url: 'https://example.org/' }
  expect(isOwnMainFrame(stranger, stranger)).toBe(false)
})

it('a frame that is gone may not', () => {
  expect(isOwnMainFrame(null, MAIN)).toBe(false)
})
