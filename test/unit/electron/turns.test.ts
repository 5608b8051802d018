import { expect, test } from 'vitest'
import { createTurns } from '../../../electron/turns'

/** Work that ends when it is told to. */
function work(log: string[], name: string) {
  let end = (_failure?: Error) => {}
  const run = () => {
    log.push(`${name} begins`)
    return new Promise<string>((resolve, reject) => {
      end = (failure) => (failure ? reject(failure) : resolve(name))
    })
  }
  return { run, end: (failure?: Error) => end(failure) }
}

const turnOfTheLoop = () => new Promise((resolve) => setImmediate(resolve))

test('what is done to one board waits for what is being done to it, and to no other', async () => {
  const turns = createTurns()
  const log: string[] = []
  const [one, two, other] = ['one', 'two', 'other'].map((name) => work(log, name))
  if (!one || !two || !other) throw new Error('no work')
  const first = turns.take('/a', one.run)
  const second = turns.take('/a', two.run)
  void turns.take('/b', other.run)
  await turnOfTheLoop()
  expect(log).toEqual(['one begins', 'other begins'])
  one.end()
  expect(await first).toBe('one')
  await turnOfTheLoop()
  expect(log).toEqual(['one begins', 'other begins', 'two begins'])
  two.end()
  expect(await second).toBe('two')
})

test('work that fails gives its turn on', async () => {
  const turns = createTurns()
  const log: string[] = []
  const [one, two] = [work(log, 'one'), work(log, 'two')]
  const first = turns.take('/a', one.run)
  const second = turns.take('/a', two.run)
  await turnOfTheLoop()
  one.end(new Error('no'))
  await expect(first).rejects.toThrow('no')
  await turnOfTheLoop()
  two.end()
  expect(await second).toBe('two')
})
