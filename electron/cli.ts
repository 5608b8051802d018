import { existsSync, mkdirSync, mkdtempSync, readdirSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { basename, extname, join, resolve } from 'node:path'
import { parseArgs } from 'node:util'
import { renderUnicodeCompact } from 'uqr'
import { failed, type Result } from '#shared/failure'
import type { OpenedBoard } from '#shared/ipc/contract'
import { linkTo, readPlace, signOf } from '#shared/sync/place'
import { PASSPHRASE_VARIABLE, type Terminal, withPassphrase } from './askPassphrase'
import { repair, sentenceFor, verify } from './checkFile'
import { createHub, type Hub } from './hub/hub'
import { openSample } from './hub/sample'
import { ownFolder } from './ownFolder'

const HELP = `Common Ground without a window.

  host FILE.ground      opens the room on a board (made new if there is none) for browsers on this network
  host --sample         opens the room on a fresh copy of the sample workshop
  verify FILE.ground    reads everything in a board file and says whether it is whole; changes nothing
  repair FILE.ground    makes a damaged board whole from what can be read; the damaged file stays beside it

  --port NUMBER         the port to listen on (4747, or another one when that is taken)
  --loopback            nothing is reachable from outside this computer

The passphrase of a board that has one is asked for, or taken from the environment variable ${PASSPHRASE_VARIABLE}.
`

const terminal: Terminal = { input: process.stdin, output: process.stderr, environment: process.env }

/** The folder beside the program, whether it was built or installed. */
const home = resolve(import.meta.dirname, '../..')

function sampleFolder(): string | undefined {
  const samples = join(home, 'resources/samples')
  if (!existsSync(samples)) return undefined
  const name = readdirSync(samples).find((entry) => existsSync(join(samples, entry, 'workshop.json')))
  return name === undefined ? undefined : join(samples, name)
}

async function openBoard(hub: Hub, file: string | undefined): Promise<Result<OpenedBoard>> {
  if (file === undefined) {
    const source = sampleFolder()
    if (source === undefined) return failed('missing', 'the sample workshop is not here')
    const folder = mkdtempSync(join(tmpdir(), 'common-ground-'))
    return openSample(hub, join(folder, `${basename(source)}.ground`), source)
  }
  if (existsSync(file) || extname(file) !== '.ground') {
    return withPassphrase((passphrase) => hub.open(file, passphrase), terminal)
  }
  mkdirSync(resolve(file, '..'), { recursive: true })
  return hub.create(file, { title: basename(file, '.ground'), place: '', language: 'en' })
}

async function host(file: string | undefined, options: { port?: number; loopbackOnly: boolean }) {
  const hub = createHub({
    rendererFolder: join(import.meta.dirname, '../renderer'),
    threadsFolder: import.meta.dirname,
    identityFolder: ownFolder(),
    ...options,
  })
  const opened = await openBoard(hub, file)
  if (!opened.ok) return sentenceFor(opened.failure, file ?? 'The sample workshop')
  const { path } = opened.value
  // Before anybody can come in: whoever stops the program as soon as it speaks must lose nothing either.
  const stopped = new Promise<void>((stop) => {
    process.once('SIGINT', stop)
    process.once('SIGTERM', stop)
  })
  const room = await hub.openRoom(path)
  if (!room.ok) {
    await hub.shutDown()
    return sentenceFor(room.failure, path)
  }
  const { code, addresses, print } = room.value
  console.log(`The room is open on ${path}`)
  for (const [at, { network, url }] of addresses.entries()) {
    if (at === 0 && process.stdout.isTTY) console.log(`\n${renderUnicodeCompact(url)}`)
    console.log(`  ${url}   (${network || 'this computer only: it is on no network'})`)
  }
  console.log(`  Code: ${code}`)
  const link = readPlace(addresses[0]?.url ?? '')
  if (link) {
    console.log(`  For desktop apps: ${linkTo({ ...link.place, print }, code)}`)
    console.log(`  Sign of this computer, where somebody types the address instead: ${signOf(print)}`)
  }
  console.log('Stop with Ctrl+C; everything is saved first.')
  await stopped
  await hub.shutDown()
  console.log(`Saved in ${path}`)
  return undefined
}

async function run(): Promise<string | undefined> {
  const { values, positionals } = parseArgs({
    allowPositionals: true,
    options: {
      port: { type: 'string' },
      loopback: { type: 'boolean', default: false },
      sample: { type: 'boolean', default: false },
      help: { type: 'boolean', default: false },
    },
  })
  const [command, file, ...more] = positionals
  const port = values.port === undefined ? undefined : Number(values.port)
  if (port !== undefined && !(Number.isInteger(port) && port >= 0 && port < 65_536)) {
    return `${values.port} is no port: use a number from 0 to 65535.`
  }
  if (more.length > 0) return `One file at a time: what is ${more.join(' ')}?`
  if (command === 'host' && (file !== undefined) !== values.sample) {
    return host(file, { loopbackOnly: values.loopback, ...(port === undefined ? {} : { port }) })
  }
  if ((command === 'verify' || command === 'repair') && file !== undefined) {
    const done = await (command === 'verify' ? verify(file, terminal) : repair(file, terminal))
    if (!done.ok) return sentenceFor(done.failure, file)
    if (!done.value.isWhole) return done.value.text
    console.log(done.value.text)
    return undefined
  }
  if (values.help) {
    console.log(HELP)
    return undefined
  }
  return HELP
}

run().then(
  (problem) => {
    if (problem === undefined) return
    console.error(problem)
    process.exitCode = 1
  },
  (error: unknown) => {
    console.error(error instanceof Error ? error.message : String(error))
    process.exitCode = 1
  },
)
