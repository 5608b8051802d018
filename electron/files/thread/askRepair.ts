import { join } from 'node:path'
import { Worker } from 'node:worker_threads'
import type { DamageReport } from '#shared/damageReport'
import { failed, type Result } from '#shared/failure'
import { dropLock, processKey } from '../lock'
import type { Repaired } from '../repair'

export type RepairCall =
  | {
      readonly name: 'inspect' | 'repair'
      readonly path: string
      readonly passphrase: string | undefined
    }
  /** See `copySealed`. */
  | {
      readonly name: 'copySealed'
      readonly path: string
      readonly to: string
      readonly asId: string | null
    }

/** Works on a board file that is not open in a thread of its own: a large one takes seconds, and other boards are open. */
export function askRepair(
  scripts: string,
  call: RepairCall & { name: 'inspect' },
): Promise<Result<DamageReport>>
export function askRepair(scripts: string, call: RepairCall & { name: 'repair' }): Promise<Result<Repaired>>
export function askRepair(scripts: string, call: RepairCall & { name: 'copySealed' }): Promise<Result<null>>
export function askRepair(
  scripts: string,
  call: RepairCall,
): Promise<Result<DamageReport | Repaired | null>> {
  // Asked for here, so that the thread inherits it.
  processKey()
  const worker = new Worker(join(scripts, 'repairThread.js'), { workerData: call })
  return new Promise((resolve) => {
    const end = (cause: unknown) => {
      if (call.name === 'repair') dropLock(call.path)
      resolve(failed('unavailable', `the thread ended: ${String(cause)}`))
    }
    worker.once('message', (answer: Result<DamageReport | Repaired | null>) => {
      worker.off('exit', end)
      resolve(answer)
    })
    worker.once('error', end)
    worker.once('exit', end)
  })
}
