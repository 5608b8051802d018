import { join } from 'node:path'
import { seeded } from '../../support/randomness'
import type { Found } from '../runApart'
import { CHECKS } from './checks'
import type { Place } from './room'

/** Tries every place of `checks.ts`; prints what it found as JSON. */
const [, , folder = '', seed = '1', , may = ''] = process.argv
const problems: string[] = []
const place: Place = {
  folder,
  random: seeded(Number(seed)),
  mayMount: may === 'mayMount',
  program: (name) => join(import.meta.dirname, `${name}.js`),
  problem: (sentence) => void problems.push(sentence),
}

let tried = 0
const left: string[] = []
for (const [name, check] of Object.entries(CHECKS)) {
  const trying = check(place)
  if (!trying) {
    left.push(name)
    continue
  }
  tried += 1
  await trying.catch((error: unknown) => problems.push(`${name}: ${String(error)}`))
}
const figures = {
  'places tried': tried,
  ...(left.length > 0 ? { 'not possible here': left.join(' and ') } : {}),
}
console.log(JSON.stringify({ figures, problems } satisfies Found))
process.exit(0)
