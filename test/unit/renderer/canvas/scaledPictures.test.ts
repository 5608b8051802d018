import { expect, test, vi } from 'vitest'
import { failed, type Result, success } from '#shared/failure'
import { type Bitmap, createScaledPictures } from '../../../../renderer/canvas/scaledPictures'
import { createShelf } from '../../../../renderer/canvas/shelf'

interface Made extends Bitmap {
  readonly asset: string
  readonly longest: number
}

const settled = () => new Promise((resolve) => setTimeout(resolve))

/** A board whose pictures are all 2000 × 1000 pixels. */
function open({ bitmaps = 1e9, files = 1e9 } = {}) {
  const fetched: string[] = []
  const closed: string[] = []
  const answers = new Map<string, Result<Blob>>()
  let isDecoding = true
  const pictures = createScaledPictures<Made>(
    {
      async fetch(asset) {
        fetched.push(asset)
        return answers.get(asset) ?? success(new Blob([asset]))
      },
      async decode(blob, longest) {
        if (!isDecoding) throw new Error('no picture')
        const asset = await blob.text()
        const width = Math.min(2000, longest)
        return { asset, longest, width, height: width / 2, close: () => closed.push(`${asset} ${width}`) }
      },
    },
    { bitmaps, files },
  )
  return {
    pictures,
    fetched,
    closed,
    answers,
    breakDecoding: () => {
      isDecoding = false
    },
  }
}

test('a picture is fetched once and then there in the size in which it is painted', async () => {
  const { pictures, fetched } = open()
  const told: string[] = []
  pictures.subscribe((assets) => told.push(...assets))
  expect(pictures.at('a', 100)).toBe('waiting')
  expect(pictures.at('a', 900)).toBe('waiting')
  await settled()
  expect(pictures.at('a', 100)).toMatchObject({ asset: 'a', width: 256 })
  expect(pictures.at('a', 900)).toMatchObject({ width: 1024 })
  expect(fetched).toEqual(['a'])
  expect(told).toEqual(['a', 'a'])
})

test('until a sharper one is there, the one that is there stands for it', async () => {
  const { pictures } = open()
  pictures.at('a', 100)
  await settled()
  expect(pictures.at('a', 1900)).toMatchObject({ width: 256 })
  await settled()
  expect(pictures.at('a', 1900)).toMatchObject({ width: 2000 })
})

test('the memory is bounded: what was painted longest ago goes and is let go of', async () => {
  const { pictures, closed } = open({ bitmaps: 256 * 128 * 4 * 2 })
  for (const asset of ['a', 'b']) pictures.at(asset, 100)
  await settled()
  pictures.at('a', 100)
  pictures.at('c', 100)
  await settled()
  expect(closed).toEqual(['b 256'])
  expect(pictures.at('a', 100)).toMatchObject({ asset: 'a' })
})

test('of many, the one asked for last comes first, and few are under way at once', async () => {
  const { pictures, fetched } = open()
  for (let at = 0; at < 20; at++) pictures.at(`${at}`, 100)
  expect(fetched).toHaveLength(4)
  await settled()
  expect(fetched[4]).toBe('19')
})

test('what nobody can paint is missing', async () => {
  const { pictures, answers, breakDecoding, fetched } = open()
  answers.set('damaged', failed('corrupt'))
  pictures.at('damaged', 100)
  await settled()
  expect(pictures.at('damaged', 100)).toBe('missing')
  breakDecoding()
  pictures.at('broken', 100)
  await settled()
  expect(pictures.at('broken', 100)).toBe('missing')
  expect(fetched).toEqual(['damaged', 'broken'])
})

test('what the board does not have yet is waited for, missing after a while, and there as soon as it has it', async () => {
  vi.useFakeTimers()
  try {
    const { pictures, answers, fetched } = open()
    answers.set('late', failed('missing'))
    const repaint = () => pictures.at('late', 100)
    pictures.subscribe(repaint)
    expect(repaint()).toBe('waiting')
    await vi.advanceTimersByTimeAsync(2_000)
    expect(repaint()).toBe('waiting')
    await vi.advanceTimersByTimeAsync(10_000)
    expect(repaint()).toBe('missing')
    const asked = fetched.length
    for (let at = 0; at < 50; at++) repaint()
    await vi.advanceTimersByTimeAsync(0)
    expect(fetched).toHaveLength(asked)
    answers.delete('late')
    await vi.advanceTimersByTimeAsync(30_000)
    expect(repaint()).toMatchObject({ asset: 'late' })
  } finally {
    vi.useRealTimers()
  }
})

test('while the room is away a picture waits, and is asked for again', async () => {
  vi.useFakeTimers()
  try {
    const { pictures, answers, fetched } = open()
    answers.set('a', failed('roomAway'))
    const repaint = () => pictures.at('a', 100)
    pictures.subscribe(repaint)
    repaint()
    await vi.advanceTimersByTimeAsync(100)
    expect(repaint()).toBe('waiting')
    answers.delete('a')
    await vi.advanceTimersByTimeAsync(4_000)
    expect(pictures.at('a', 100)).toMatchObject({ asset: 'a' })
    expect(fetched.length).toBeLessThan(5)
  } finally {
    vi.useRealTimers()
  }
})

test('the newest thing stays on a shelf that is too small for it', () => {
  const gone: string[] = []
  const shelf = createShelf<string>(10, (thing) => gone.push(thing))
  shelf.put('a', 'a', 4)
  shelf.put('b', 'b', 20)
  expect(shelf.get('b')).toBe('b')
  expect(gone).toEqual(['a'])
})
