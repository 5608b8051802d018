import { expect, test } from 'vitest'
import { createSharing } from '../../../../electron/files/thread/sharing'
import { seeded } from '../../../support/randomness'

test('what goes on alone waits for all before it, and all after it waits for that, whatever they come to', async () => {
  for (let seed = 1; seed <= 50; seed++) {
    const random = seeded(seed)
    const { together, alone } = createSharing()
    const said: string[] = []
    const running = new Set<string>()
    const work = (name: string, turns: number, isBad: boolean) => async () => {
      const isAlone = name.startsWith('alone')
      if (isAlone ? running.size > 0 : [...running].some((other) => other.startsWith('alone')))
        said.push(`${name} ran beside ${[...running]}`)
      running.add(name)
      for (let turn = 0; turn < turns; turn++) await Promise.resolve()
      running.delete(name)
      said.push(name)
      if (isBad) throw new Error(name)
    }
    const names: string[] = []
    const all = Array.from({ length: 20 }, (_, at) => {
      const isAlone = random.under(4) === 0
      const name = `${isAlone ? 'alone' : 'together'} ${at}`
      names.push(name)
      const task = work(name, random.under(6), random.under(5) === 0)
      return isAlone ? alone(task) : together(task)
    })
    await Promise.allSettled(all)
    const places = names.map((name) => said.indexOf(name))
    expect(said).toHaveLength(names.length)
    for (const [at, name] of names.entries())
      if (name.startsWith('alone')) {
        expect(Math.max(-1, ...places.slice(0, at))).toBeLessThan(places[at] ?? -1)
        expect(Math.min(Number.POSITIVE_INFINITY, ...places.slice(at + 1))).toBeGreaterThan(places[at] ?? -1)
      }
  }
})
