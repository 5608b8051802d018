import { mkdirSync } from 'node:fs'
import { join } from 'node:path'
import type { Fault } from './fault'
import { runApart } from './runApart'

/**
 * Several computers on one network, each with its own addresses: a room is found by itself, a cable is pulled, the
 * host goes away and comes back, and an access point keeps its devices apart. Nothing is slowed down or sped up.
 */
export const fault: Fault = {
  async run(context) {
    const folder = join(context.folder, 'computers')
    mkdirSync(folder)
    return runApart(context, 'computers.process', folder, ['-n'])
  },
}
