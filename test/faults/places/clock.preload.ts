import { readFileSync } from 'node:fs'

/** The clock of this process goes wrong by as many ms as the file `GROUND_CLOCK` says, from the moment it says so. */
const control = process.env.GROUND_CLOCK ?? ''
const Real = Date

function wrongBy(): number {
  try {
    return Number(readFileSync(control, 'utf8'))
  } catch {
    return 0
  }
}

class WrongDate extends Real {
  constructor(...given: readonly unknown[]) {
    super(...((given.length === 0 ? [Real.now() + wrongBy()] : given) as [number]))
  }

  static override now(): number {
    return Real.now() + wrongBy()
  }
}
Reflect.set(globalThis, 'Date', WrongDate)
