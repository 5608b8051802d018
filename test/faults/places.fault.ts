import { chmodSync, mkdirSync } from 'node:fs'
import { join } from 'node:path'
import type { Fault } from './fault'
import { runApart } from './runApart'

/** Boards in places that cannot be written, go away, or are not what they seem; see `places/checks.ts`. */
export const fault: Fault = {
  async run(context) {
    const folder = join(context.folder, 'places')
    mkdirSync(folder)
    // Somebody else is to come as far as the folder that forbids it.
    chmodSync(context.folder, 0o755)
    return runApart(context, 'places.process', folder)
  },
}
