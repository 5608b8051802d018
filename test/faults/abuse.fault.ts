import { type ChildProcess, fork } from 'node:child_process'
import { once } from 'node:events'
import { join } from 'node:path'
import { WebSocket } from 'ws'
import { addCard, moveCards } from '#shared/board/actions/cards'
import { observeCollection } from '#shared/board/observe'
import { readRecord, rootOf } from '#shared/board/records'
import { SYNC_PATH } from '#shared/sync/protocol'
import { HUB_MEMORY } from '../../electron/setup/hubMemory.mjs'
import { connectReplica } from '../../renderer/board/connectReplica'
import type { Line } from '../../renderer/board/line'
import { canonical } from '../support/canonical'
import { isLive, isSaved } from '../support/until'
import type { Outcome, Siege } from './abuse/attacker.process'
import { answerTo, crossSite, crowdIn, dawdle, guess, smuggle, type Target } from './abuse/attacks'
import type { Fault } from './fault'
import { readBoard } from './partitions/readBoard'

/** MB that the hub may take, whatever is thrown at it. */
const MOST_MEMORY = 600
/** ms below which twice as long means nothing on a machine with other things to do. */
const FLOOR = 60
/** ms after which nobody would call it seen. */
const AT_ALL = 2_000
/** Wrong codes that an address may try in a minute. */
const TRIES = 10

/** People who work in a room while others do all they can to bring it down; see `abuse/attacks.ts`. */
export const fault: Fault = {
  async run({ isQuick, seed, folder, program, problem }) {
    const path = join(folder, 'siege.ground')
    const hub = fork(program('abused.process'), [path], { execArgv: [HUB_MEMORY] })
    const { address, code } = await heard<{ address: string; code: string }>(hub)
    let hasEnded = false
    hub.on('exit', () => {
      hasEnded = true
    })
    const target: Target = { port: Number(new URL(address).port), code }
    const people = await Promise.all(['Amina', 'Farid', 'Hala'].map((name) => honest(target, name)))
    const [writer, reader] = people
    if (!writer || !reader) throw new Error('nobody came')

    const calm = await pace(writer, reader, isQuick ? 3_000 : 10_000)
    const attacker = fork(program('attacker.process'))
    const siege: Siege = {
      ...target,
      seed,
      messages: isQuick ? 20_000 : 1_000_000,
      requests: isQuick ? 2_000 : 100_000,
      frames: isQuick ? 4 : 40,
    }
    const ending = heard<Outcome>(attacker)
    attacker.send(siege)
    const slow = dawdle(target, 100)
    const silent = await crowdIn(target, 500)
    const besieged = pace(writer, reader, isQuick ? 8_000 : 60_000)
    const answers = await guess(target, TRIES + 5)
    const newcomer = await answerTo(target, '127.0.9.1', code)
    const sites = await crossSite(target)
    const statuses = await smuggle(target, writer.replica.token())
    const lates = await besieged
    let most = 0
    const watch = setInterval(() => {
      if (!hasEnded) void stateOf(hub).then(({ memory }) => (most = Math.max(most, memory)))
    }, 1_000)
    const outcome = await ending
    clearInterval(watch)
    const last = await stateOf(hub)
    most = Math.max(most, last.memory)
    const stillSlow = slow.open()
    slow.stop()
    for (const socket of silent) socket.terminate()

    if (hasEnded) problem('the hub ended')
    if (outcome.given.length > 0) problem(`it gave away ${outcome.given[0]}`)
    if (outcome.survived > 0) problem(`${outcome.survived} lines lived on after a frame that was too large`)
    if (silent.length >= 500) problem('one address had all the lines it wanted')
    if (stillSlow > 0 && !isQuick) problem(`${stillSlow} dawdling requests are still waited for`)
    if (answers.slice(0, TRIES).some((answer) => answer !== 'wrongCode'))
      problem(`a wrong code got ${answers}`)
    if (answers.slice(TRIES).some((answer) => answer !== 'tooManyTries'))
      problem(`guessing went on: ${answers.slice(TRIES)}`)
    if (newcomer !== 'welcome') problem(`a newcomer with the code heard ${newcomer}`)
    if (sites.includes('in')) problem(`another site came in: ${sites}`)
    if (statuses.some((status) => status > 0 && status < 400))
      problem(`a file that is no picture was taken: ${statuses}`)
    if (most > MOST_MEMORY) problem(`the hub took ${Math.round(most)} MB`)
    // Of the few edits of the short form the latest is the 99th: one pause of the machine would decide.
    const [late, latest] = isQuick ? [lates.p90, AT_ALL] : [lates.p99, 2 * Math.max(calm.p99, FLOOR)]
    if (late > latest) problem(`an edit took ${late} ms to be seen, in peace ${calm.p99} (p99)`)
    for (const { name, drops } of people) if (drops() > 0) problem(`${name} was thrown out ${drops()} times`)
    const after = await pace(writer, reader, isQuick ? 1_000 : 10_000)
    if (!Number.isFinite(after.p99)) problem('what is written afterwards is never seen')
    const word = addCard(writerOf(writer), { type: 'note', text: 'the last word' })
    await Promise.all(people.map(({ replica }) => isSaved(replica)))
    const [first, ...others] = await settled(people.map(({ replica }) => replica.doc))
    if (others.some((other) => other !== first)) problem('the honest people do not see the same board')
    for (const { replica } of people) replica.dispose()
    const ended = hasEnded || once(hub, 'exit')
    hub.disconnect()
    await ended
    if (!rootOf(readBoard(path), 'cards').has(word)) problem('what was said to be saved is not in the file')
    return {
      messages: outcome.messages,
      'of them read': last.heard,
      requests: outcome.requests,
      'calm p99 ms': calm.p99,
      'besieged p99 ms': lates.p99,
      'afterwards p99 ms': after.p99,
      'lines from one address': silent.length,
      'hub MB': Math.round(most),
    }
  },
}

/** Somebody who only works. */
async function honest(target: Target, name: string) {
  let closed = 0
  const openLine = (url: string): Line => {
    const socket = new WebSocket(url, { perMessageDeflate: false })
    socket.on('close', () => {
      closed += 1
    })
    return socket as unknown as Line
  }
  const url = `ws://127.0.0.1:${target.port}${SYNC_PATH}`
  const greeting = { name, side: 'resident' as const, languages: [] }
  const replica = connectReplica({ url, credential: { kind: 'code', code: target.code } }, greeting, {
    openLine,
  })
  await isLive(replica)
  return { name, replica, drops: () => closed }
}
type Honest = Awaited<ReturnType<typeof honest>>

const writerOf = ({ replica }: Honest) => ({
  doc: replica.doc,
  person: replica.me.get()?.person ?? '',
  origin: null,
  now: () => 1,
})

/** How long edits of one take until the other sees them, ten a second for so long. */
async function pace(from: Honest, to: Honest, milliseconds: number) {
  const writer = writerOf(from)
  const id = addCard(writer, { type: 'note', text: from.name, pos: [0, 0] })
  const sent = new Map<number, number>()
  const delays: number[] = []
  let step = 0
  const stop = observeCollection(to.replica.doc, 'cards', (ids) => {
    const at = ids.has(id) ? sent.get(readRecord(to.replica.doc, 'cards', id)?.pos[0] ?? -1) : undefined
    if (at !== undefined) delays.push(performance.now() - at)
  })
  const end = performance.now() + milliseconds
  while (performance.now() < end) {
    sent.set(++step, performance.now())
    moveCards(writer, [id], [1, 0])
    await new Promise((resolve) => setTimeout(resolve, 100))
  }
  stop()
  delays.sort((a, b) => a - b)
  const after = (part: number) =>
    Math.round(delays[Math.floor(delays.length * part)] ?? Number.POSITIVE_INFINITY)
  return { p90: after(0.9), p99: after(0.99) }
}

/** What everybody has once nothing is under way any more. */
async function settled(docs: readonly Honest['replica']['doc'][]): Promise<string[]> {
  for (let look = 0; look < 100; look++) {
    const all = docs.map((doc) => canonical(doc))
    if (new Set(all).size === 1) return all
    await new Promise((resolve) => setTimeout(resolve, 50))
  }
  return docs.map((doc) => canonical(doc))
}

/** How many MB the hub takes, and how many messages it has read. */
async function stateOf(hub: ChildProcess): Promise<{ readonly memory: number; readonly heard: number }> {
  const answer = heard<{ memory: number; heard: number }>(hub)
  hub.send('state')
  return answer
}

/** What a process says next. Rejects when it ends without a word. */
async function heard<T>(process: ChildProcess): Promise<T> {
  const over = new AbortController()
  const ended = once(process, 'exit', over).then(([code]) => {
    throw new Error(`a process ended with ${code}`)
  })
  try {
    const [answer] = (await Promise.race([once(process, 'message', over), ended])) as [T]
    return answer
  } finally {
    over.abort()
    ended.catch(() => {})
  }
}
