import { spawnSync } from 'node:child_process'
import { mkdirSync } from 'node:fs'
import { join } from 'node:path'
import { mounting } from './diskFull/smallDisk'
import type { Fault, Figures } from './fault'

/** What `fullDisk.process.ts` prints at its end. */
export interface Found {
  readonly figures: Figures
  readonly problems: readonly string[]
}

/** The disk is full at every write; see `diskFull/fullDisk.process.ts`, which runs on a small disk of its own. */
export const fault: Fault = {
  async run(context) {
    const folder = join(context.folder, 'disk')
    mkdirSync(folder)
    const mount = mounting(folder)
    const command = [
      ...[process.execPath, context.program('fullDisk.process'), folder, mount ? 'real' : 'pretended'],
      ...[String(context.seed), context.isQuick ? 'quick' : 'long'],
    ]
    const [program = '', ...args] = mount ? mount(command) : command
    const { stdout, status } = spawnSync(program, args, {
      encoding: 'utf8',
      stdio: ['ignore', 'pipe', 'inherit'],
      maxBuffer: 64 * 1024 * 1024,
    })
    const last = stdout.trim().split('\n').at(-1)
    if (status !== 0 || !last) throw new Error(`it ended with ${status}: ${stdout}`)
    const { figures, problems }: Found = JSON.parse(last)
    for (const problem of problems) context.problem(problem)
    return { disk: mount ? 'mounted' : 'pretended: nothing may be mounted here', ...figures }
  },
}
