import { spawn } from 'node:child_process'
import { readFileSync, writeFileSync } from 'node:fs'
import { hostname } from 'node:os'
import { join } from 'node:path'
import { Writable } from 'node:stream'
import { expect, onTestFinished, test } from 'vitest'
import { isRunning, lockPath, takeLock } from '../../../../electron/files/lock'
import { temporaryFolder, unwrap } from '../../../support/realHub'

/** A process that has ended, and whose parent lives on and never asks how. */
async function zombie(): Promise<number> {
  const parent = spawn('sh', ['-c', 'cat <&3 & echo $!; exec sleep 600'], {
    stdio: ['ignore', 'pipe', 'ignore', 'pipe'],
  })
  onTestFinished(() => {
    parent.kill('SIGKILL')
  })
  const pid = Number(await new Promise((resolve) => parent.stdout?.once('data', resolve)))
  const stateOf = (of: number | undefined) => readFileSync(`/proc/${of}/stat`, 'utf8')
  // A shell may still ask; what has taken its place never does.
  await expect.poll(() => stateOf(parent.pid)).toContain('(sleep)')
  const held = parent.stdio[3]
  if (held instanceof Writable) held.end()
  await expect.poll(() => stateOf(pid)).toMatch(/\) Z /)
  return pid
}

test.runIf(process.platform === 'linux')(
  'the lock of a dead process is taken over even while its parent has not asked how it ended',
  async () => {
    const pid = await zombie()
    expect(isRunning(pid)).toBe(false)
    expect(isRunning(process.pid)).toBe(true)
    const path = join(temporaryFolder(), 'board.ground')
    writeFileSync(lockPath(path), JSON.stringify({ pid, host: hostname(), key: 'a', process: 'b' }))
    unwrap(takeLock(path)).release()
  },
)
