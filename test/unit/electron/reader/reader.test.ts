import { rmSync } from 'node:fs'
import { join } from 'node:path'
import { expect, test, vi } from 'vitest'
import { lookInside } from '../../../../electron/reader/lookInside'
import { createReader } from '../../../../electron/reader/reader'
import { temporaryFolder } from '../../../support/realHub'
import { shelveBoard } from '../../../support/shelf'

function shelf(count: number) {
  const folder = temporaryFolder()
  return Array.from({ length: count }, (_, n) => {
    const path = join(folder, `${n}.ground`)
    shelveBoard(path, { title: `Board ${n}`, cards: [`bench ${n}`] })
    return { path, title: '', place: '' }
  })
}

/** A reader that counts what it reads, and a clock that each reading moves on by 100 ms. */
function slowReader() {
  let time = 0
  const read = vi.fn((path: string) => {
    time += 100
    return lookInside(path)
  })
  return { read, reader: createReader(read, () => time) }
}

test('a search answers when its patience is over, and goes on where it was', () => {
  const boards = shelf(5)
  const { read, reader } = slowReader()
  const ask = () => reader.search({ do: 'search', query: 'bench', boards, patience: 150 })
  expect(ask()).toMatchObject({ waiting: 3, found: [{ path: boards[0]?.path }, { path: boards[1]?.path }] })
  expect(ask().waiting).toBe(1)
  expect(ask()).toMatchObject({ waiting: 0 })
  expect(ask().found).toHaveLength(5)
  expect(read).toHaveBeenCalledTimes(5)
})

test('even without any patience a search comes to its end', () => {
  const boards = shelf(3)
  const { reader } = slowReader()
  const left = [1, 2, 3].map(() => reader.search({ do: 'search', query: 'x', boards, patience: 0 }).waiting)
  expect(left).toEqual([2, 1, 0])
})

test('a board that was changed is read again, and an unchanged one is not', () => {
  const boards = shelf(2)
  const { read, reader } = slowReader()
  const ask = (query: string) => reader.search({ do: 'search', query, boards, patience: 1_000 }).found.length
  expect(ask('bench')).toBe(2)
  const [first] = boards
  if (!first) throw new Error('no board')
  rmSync(first.path)
  shelveBoard(first.path, { title: 'Another', cards: ['a tram'] })
  expect([ask('bench'), ask('tram')]).toEqual([1, 1])
  expect(read).toHaveBeenCalledTimes(3)
})

test('words may stand in different parts of a board, and in what Home knows of it', () => {
  const [board] = shelf(1)
  if (!board) throw new Error('no board')
  const boards = [{ ...board, title: 'Mill Lane', place: 'Ashby' }]
  const search = (query: string) =>
    createReader().search({ do: 'search', query, boards, patience: 1_000 }).found
  expect(search('bench ashby mill')).toHaveLength(1)
  expect(search('bench tram')).toEqual([])
  expect(search('')).toEqual([])
})
