import { mkdirSync } from 'node:fs'
import { join } from 'node:path'
import type { Fault } from './fault'
import { runApart } from './runApart'

/** The disk is full at every write; see `diskFull/fullDisk.process.ts`. */
export const fault: Fault = {
  async run(context) {
    const folder = join(context.folder, 'disk')
    mkdirSync(folder)
    return runApart(context, 'fullDisk.process', folder)
  },
}
