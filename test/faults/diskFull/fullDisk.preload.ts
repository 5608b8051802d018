import fs from 'node:fs'
import { syncBuiltinESMExports } from 'node:module'
import { resolve, sep } from 'node:path'
import { wrap } from '../wrap'

/**
 * Pretends that the disk under `GROUND_FOLDER` is full after as many writes as the file `GROUND_FULL` says;
 * without that file there is room.
 */
const folder = resolve(process.env.GROUND_FOLDER ?? '') + sep
const control = process.env.GROUND_FULL ?? ''
const { readFileSync, statSync } = fs
const ours = new Set<number>()
let since = 0
let left = Number.POSITIVE_INFINITY

function hasRoom(): boolean {
  const changed = statSync(control, { throwIfNoEntry: false })?.mtimeMs
  if (changed === undefined) {
    since = 0
    return true
  }
  if (changed !== since) {
    since = changed
    left = Number(readFileSync(control, 'utf8'))
  }
  left -= 1
  return left >= 0
}

wrap(fs, 'openSync', (call, [path]) => {
  const file = Number(call())
  if (resolve(String(path)).startsWith(folder)) ours.add(file)
  else ours.delete(file)
  return file
})
for (const name of ['writeSync', 'mkdirSync', 'linkSync'])
  wrap(fs, name, (call, [first]) => {
    const isOurs = typeof first === 'number' ? ours.has(first) : resolve(String(first)).startsWith(folder)
    if (isOurs && !hasRoom()) {
      throw Object.assign(new Error('ENOSPC: no space left on device'), { code: 'ENOSPC' })
    }
    return call()
  })
syncBuiltinESMExports()
