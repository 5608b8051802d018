import { afterEach, beforeEach, expect, test, vi } from 'vitest'
import * as Y from 'yjs'
import { changeSingleton } from '#shared/board/records'
import { announceTitle } from '../../../../electron/hub/announcing'

beforeEach(() => void vi.useFakeTimers())
afterEach(() => void vi.useRealTimers())

function announcing() {
  const doc = new Y.Doc()
  const titled = (title: string) => changeSingleton(doc, 'meta', { title })
  titled('Fernley')
  const announced: string[] = []
  const end = announceTitle(doc, (title) => announced.push(title))
  return { doc, titled, announced, end }
}

test('a title that is typed letter by letter is announced once, when it has been still', () => {
  const { doc, titled, announced } = announcing()
  expect(announced).toEqual(['Fernley'])
  for (const title of ['Fernley L', 'Fernley La', 'Fernley Lan', 'Fernley Lane']) {
    titled(title)
    vi.advanceTimersByTime(1_500)
  }
  expect(announced).toEqual(['Fernley'])
  // Something else about the board makes nobody wait longer.
  changeSingleton(doc, 'meta', { place: 'Here' })
  vi.advanceTimersByTime(500)
  expect(announced).toEqual(['Fernley', 'Fernley Lane'])
})

test('a title that is the old one again is not announced anew', () => {
  const { titled, announced } = announcing()
  titled('Fern')
  titled('Fernley')
  vi.advanceTimersByTime(60_000)
  expect(announced).toEqual(['Fernley'])
})

test('nothing is announced after the end, not even what was waiting', () => {
  const { titled, announced, end } = announcing()
  titled('Mill Lane')
  end()
  titled('Mill Street')
  vi.advanceTimersByTime(60_000)
  expect(announced).toEqual(['Fernley'])
  expect(vi.getTimerCount()).toBe(0)
})
