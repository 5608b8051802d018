import { expect, test } from 'vitest'
import * as Y from 'yjs'
import { type FailureCode, failed, success } from '#shared/failure'
import type { SealedChange } from '../../../../electron/files/sealedRows'
import { createSaver } from '../../../../electron/hub/saver'
import { failureOf, unwrap } from '../../../support/realHub'

/** A saver over a file that writes when the test lets it, and what was done in which order. */
function slowFile() {
  const done: string[] = []
  const waiting: ((code?: FailureCode) => void)[] = []
  const wordsIn = (updates: readonly Uint8Array[]) => {
    const read = new Y.Doc()
    for (const update of updates) Y.applyUpdate(read, update)
    return [...read.getMap('words').keys()].sort().join(' ')
  }
  const file = {
    append: ({ updates, sealed }: { updates: readonly Uint8Array[]; sealed: readonly SealedChange[] }) =>
      new Promise((resolve) => {
        const rounds = sealed.map(({ round }) => `, ends ${round}`)
        done.push(`writes ${wordsIn(updates)}${rounds.join('')}`)
        waiting.push((code) => resolve(code ? failed(code) : success({ isTailLong: false })))
      }),
    compact: async () => success(undefined),
    close: async () => success(undefined),
  }
  const saver = createSaver(file as never, {
    writing: () => () => done.push('all is said to be saved'),
    failed: (code) => done.push(code),
  })
  /** Everybody writes in a document of their own, so that a record can be read without the others. */
  const write = (word: string) => {
    const own = new Y.Doc()
    own.getMap('words').set(word, true)
    saver.add(Y.encodeStateAsUpdate(own))
  }
  /** Lets the write that is under way end, and everything that follows from it begin. */
  const disk = async (code?: FailureCode) => {
    waiting.shift()?.(code)
    await new Promise((resolve) => setImmediate(resolve))
  }
  const keep = () =>
    saver.whenSaved(async () => {
      done.push('keeps')
      return success('kept')
    })
  return { saver, write, disk, keep, done }
}

test('what is to be done with a moment comes before anything later is written', async () => {
  const { write, keep, disk, done } = slowFile()
  write('a')
  const keeping = keep()
  write('b')
  await disk()
  expect(unwrap(await keeping)).toBe('kept')
  expect(done).toEqual(['writes a', 'keeps', 'all is said to be saved'])
})

test('a moment in the middle of a write comes after that and before what came later, and nothing is said to be saved too early', async () => {
  const { saver, write, keep, disk, done } = slowFile()
  write('a')
  void saver.flush()
  write('b')
  const keeping = keep()
  write('c')
  await disk()
  await disk()
  await disk()
  expect(unwrap(await keeping)).toBe('kept')
  expect(done).toEqual([
    'writes a',
    'all is said to be saved',
    'writes b',
    'keeps',
    'writes c',
    'all is said to be saved',
  ])
})

test('a moment with nothing to write waits for the write that is under way, or for nothing', async () => {
  const { saver, write, keep, disk, done } = slowFile()
  expect(unwrap(await keep())).toBe('kept')
  write('a')
  void saver.flush()
  const keeping = keep()
  expect(done).toEqual(['keeps', 'writes a'])
  await disk()
  expect(unwrap(await keeping)).toBe('kept')
})

test('two moments of which the later has nothing new are both done at the same state', async () => {
  const { write, keep, disk, done } = slowFile()
  write('a')
  const both = [keep(), keep()]
  write('b')
  await disk()
  for (const each of both) expect(unwrap(await each)).toBe('kept')
  expect(done.slice(0, 3)).toEqual(['writes a', 'keeps', 'keeps'])
})

test('when the moment cannot be written that is said, and everything is written later as one record', async () => {
  const { saver, write, keep, disk, done } = slowFile()
  write('a')
  const keeping = keep()
  write('b')
  await disk('diskFull')
  expect(failureOf(await keeping)).toBe('diskFull')
  const flushing = saver.flush()
  await disk()
  await flushing
  expect(done).toEqual(['writes a', 'diskFull', 'writes a b', 'all is said to be saved'])
})

test('what a round lets go of is written with what came of it, whatever moment is kept before', async () => {
  const { saver, write, keep, disk, done } = slowFile()
  write('a')
  const keeping = keep()
  write('what came of it')
  saver.seal({ round: 'the vote', person: '', data: null })
  await disk()
  expect(unwrap(await keeping)).toBe('kept')
  const flushing = saver.flush()
  await disk('diskFull')
  const again = saver.flush()
  await disk()
  await Promise.all([flushing, again])
  expect(done).toEqual([
    'writes a',
    'keeps',
    'all is said to be saved',
    'writes what came of it, ends the vote',
    'diskFull',
    'writes what came of it, ends the vote',
    'all is said to be saved',
  ])
})
