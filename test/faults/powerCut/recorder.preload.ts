import fs from 'node:fs'
import { syncBuiltinESMExports } from 'node:module'
import { relative, resolve } from 'node:path'
import { wrap } from '../wrap'
import { lineOf, type Step } from './trace'

/**
 * Loaded before anything else, in every thread: writes down what is done to the folder `GROUND_FOLDER` in
 * the file `GROUND_TRACE`. What it does not know how to write down throws, so that nothing is missed.
 */
const folder = resolve(process.env.GROUND_FOLDER ?? '')
const { appendFileSync, closeSync, existsSync, fstatSync, openSync, readFileSync, statSync, readdirSync } = fs
const { writeSync } = fs
const log = openSync(process.env.GROUND_TRACE ?? '', 'a')
/** Some of Node's own calls are made of others, which are not to be written down twice. */
let isWithin = false
const record = (step: Step) => {
  if (!isWithin) writeSync(log, lineOf(step))
}
function within(call: () => unknown): unknown {
  isWithin = true
  try {
    return call()
  } finally {
    isWithin = false
  }
}

/** The path inside the folder; undefined for what is elsewhere. */
function inside(path: unknown): string | undefined {
  if (typeof path !== 'string' && !(path instanceof URL) && !Buffer.isBuffer(path)) return undefined
  const name = relative(folder, resolve(path instanceof URL ? path.pathname : String(path)))
  return name.startsWith('..') ? undefined : name
}

/** Descriptors that are open in the folder, and where writing without a position goes on. */
const places = new Map<number, number>()
/** Stands for the descriptors of calls that take a path. */
let passing = -1

wrap(fs, 'openSync', (call, [path, flags]) => {
  const name = inside(path)
  const file = Number(call())
  if (name === undefined) return file
  const isEmptied =
    typeof flags === 'number' ? (flags & fs.constants.O_TRUNC) !== 0 : /^w/.test(String(flags))
  record({ do: 'open', file, path: name, isEmptied })
  places.set(file, /^a/.test(String(flags)) ? fstatSync(file).size : 0)
  return file
})
wrap(fs, 'closeSync', (call, [file]) => {
  places.delete(Number(file))
  return call()
})
wrap(fs, 'writeSync', (call, [file, data, ...more]) => {
  const written = Number(call())
  const place = places.get(Number(file))
  if (place === undefined) return written
  let bytes: Buffer
  let position: unknown
  if (typeof data === 'string') {
    bytes = Buffer.from(data)
    position = more[0]
  } else if (data instanceof Uint8Array && (more.length === 0 || typeof more[0] === 'number')) {
    const start = Number(more[0] ?? 0)
    bytes = Buffer.from(data.subarray(start, start + written))
    position = more[2]
  } else throw new Error('the recorder does not know this form of writeSync')
  const at = typeof position === 'number' || typeof position === 'bigint' ? Number(position) : place
  record({ do: 'write', file: Number(file), at, data: bytes.subarray(0, written) })
  if (typeof position !== 'number') places.set(Number(file), at + written)
  return written
})
for (const name of ['fsyncSync', 'fdatasyncSync'])
  wrap(fs, name, (call, [file]) => {
    call()
    if (places.has(Number(file))) record({ do: 'sync', file: Number(file) })
  })
wrap(fs, 'ftruncateSync', (call, [file, size]) => {
  call()
  if (places.has(Number(file))) record({ do: 'resize', file: Number(file), size: Number(size ?? 0) })
})
for (const [name, kind] of [
  ['renameSync', 'rename'],
  ['linkSync', 'link'],
] as const)
  wrap(fs, name, (call, [from, to]) => {
    call()
    const [first, second] = [inside(from), inside(to)]
    if (first !== undefined && second !== undefined) record({ do: kind, from: first, to: second })
  })
for (const [name, kind] of [
  ['unlinkSync', 'unlink'],
  ['mkdirSync', 'mkdir'],
  ['rmdirSync', 'rmdir'],
] as const)
  wrap(fs, name, (call, [path]) => {
    const done = call()
    const inner = inside(path)
    if (inner !== undefined) record({ do: kind, path: inner })
    return done
  })
wrap(fs, 'rmSync', (call, [path]) => {
  const inner = inside(path)
  const steps = inner === undefined ? [] : removals(inner)
  within(call)
  for (const step of steps) record(step)
})

function removals(name: string): Step[] {
  const path = resolve(folder, name)
  if (!existsSync(path)) return []
  if (!statSync(path).isDirectory()) return [{ do: 'unlink', path: name }]
  const within = readdirSync(path).flatMap((entry) => removals(`${name}/${entry}`))
  return [...within, { do: 'rmdir', path: name }]
}

/** What a call that writes a whole file did, as single steps. */
function whole(path: unknown, isSynced: boolean): void {
  const name = inside(path)
  if (name === undefined) return
  const file = passing--
  record({ do: 'open', file, path: name, isEmptied: true })
  record({ do: 'write', file, at: 0, data: readFileSync(resolve(folder, name)) })
  if (isSynced) record({ do: 'sync', file })
}
wrap(fs, 'copyFileSync', (call, [, to]) => {
  within(call)
  whole(to, false)
})
wrap(fs, 'writeFileSync', (call, [path, , options]) => {
  within(call)
  whole(path, typeof options === 'object' && options !== null && 'flush' in options && options.flush === true)
})

const UNKNOWN = ['appendFileSync', 'truncateSync', 'symlinkSync', 'cpSync', 'writevSync', 'createWriteStream']
const LATER = [
  'write',
  'writeFile',
  'appendFile',
  'rename',
  'unlink',
  'rm',
  'link',
  'copyFile',
  'truncate',
  'open',
]
for (const [owner, names] of [
  [fs, [...UNKNOWN, ...LATER]],
  [fs.promises, LATER.filter((name) => name !== 'write')],
] as const)
  for (const name of names)
    wrap(owner, name, (call, [first]) => {
      const isOurs = typeof first === 'number' ? places.has(first) : inside(first) !== undefined
      if (isOurs) throw new Error(`the recorder does not know ${name}`)
      return call()
    })
syncBuiltinESMExports()
process.on('exit', () => closeSync(log))

/** How a scene says where it is. */
Reflect.set(globalThis, 'markTrace', (step: Step) => appendFileSync(log, lineOf(step)))
