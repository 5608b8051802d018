import 'fake-indexeddb/auto'
import { join } from 'node:path'
import * as Y from 'yjs'
import { addCard } from '#shared/board/actions/cards'
import { rootOf } from '#shared/board/schema'
import { SYNC_PATH } from '#shared/sync/protocol'
import { createHub } from '../../electron/hub/hub'
import { canonical } from '../support/canonical'
import { seeded } from '../support/randomness'
import { isSaved, until, untilDocument } from '../support/until'
import type { Fault } from './fault'
import { freePort } from './hub/freePort'
import { hasOpened } from './hub/marks'
import { startHub } from './hub/startHub'
import { comeIn, type Person } from './partitions/person'
import { readBoard } from './partitions/readBoard'
import { within } from './within'

const PEOPLE = 5

/**
 * People who work on while networks come and go, pages are reloaded and the hub is killed and started again. In the end
 * everybody has the same board, and so has the file; nothing that anybody made is missing.
 */
export const fault: Fault = {
  async run({ isQuick, seed, folder, program, problem }) {
    const random = seeded(seed)
    const path = join(folder, 'partitions.ground')
    await makeBoard(path, program)
    const port = await freePort()
    const start = async () => {
      const hub = startHub(program, { path, port })
      const opened = await within(hub.hear(hasOpened), () => 'for the hub to open the board')
      if (!opened?.board.ok) throw new Error(`the board did not open: ${JSON.stringify(opened)}`)
      return { hub, room: opened }
    }
    let { hub, room } = await start()
    const url = `ws://127.0.0.1:${new URL(room.room).port}${SYNC_PATH}`
    const people: Person[] = []
    for (let at = 0; at < PEOPLE; at++) people.push(await comeIn(`Person ${at}`, url, room.code, random))

    const counts = { edits: 0, cuts: 0, reloads: 0, kills: 0 }
    const end = performance.now() + (isQuick ? 12_000 : 600_000)
    let nextKill = performance.now() + 2_000
    while (performance.now() < end) {
      const person = random.of(people)
      const what = random.under(20)
      if (what === 0) {
        counts.cuts += 1
        person?.cut()
      } else if (what <= 3) person?.heal()
      else if (what === 4) {
        counts.reloads += 1
        await person?.reload()
      } else {
        counts.edits += 1
        person?.act()
      }
      await new Promise((resolve) => setTimeout(resolve, random.under(30)))
      if (performance.now() < nextKill) continue
      counts.kills += 1
      hub.kill()
      await hub.ended
      const again = await start()
      hub = again.hub
      room = again.room
      nextKill = performance.now() + 2_000 + random.under(4_000)
    }

    for (const person of people) person.heal()
    const settle = async (person: Person) => {
      await until(person.replica.connection, ({ state }) => state === 'live')
      await isSaved(person.replica)
    }
    await within(Promise.all(people.map(settle)), () => 'for everybody to be back')
    // Everybody's last word has reached everybody once each one's marker has.
    const markers = people.map(({ replica: { doc } }, at) =>
      addCard({ doc, person: `${at}`, origin: null, now: () => 1 }, { type: 'note', text: `last ${at}` }),
    )
    const hasAll = (doc: Y.Doc) => markers.every((id) => rootOf(doc, 'cards').has(id))
    const all = people.map(({ replica }) => untilDocument(replica, () => hasAll(replica.doc)))
    await within(Promise.all(all), () => 'for the last words of everybody')
    await within(Promise.all(people.map(({ replica }) => isSaved(replica))), () => 'for the file')

    const boards = people.map(({ replica }) => canonical(replica.doc))
    if (new Set(boards).size > 1) problem('people see different boards')
    const vectors = people.map(({ replica }) => Buffer.from(Y.encodeStateVector(replica.doc)).toString('hex'))
    if (new Set(vectors.map(sortedVector)).size > 1) problem('people have different state vectors')
    hub.kill()
    await hub.ended
    const kept = readBoard(path)
    if (canonical(kept) !== boards[0]) problem('the file is not what people see')
    let acknowledged = 0
    for (const person of people) {
      const lost = person.made.filter((id) => !rootOf(kept, 'cards').has(id))
      const lied = lost.filter((id) => person.acknowledged.has(id))
      acknowledged += person.acknowledged.size
      if (lied.length > 0) problem(`${lied.length} cards that were said to be saved are not in the file`)
      else if (lost.length > 0) problem(`${lost.length} cards are not in the file`)
      person.leave()
    }
    return { ...counts, acknowledged }
  },
}

async function makeBoard(path: string, program: (name: string) => string): Promise<void> {
  const hub = createHub({
    rendererFolder: join(path, '..'),
    threadsFolder: join(program('hub.process'), '..'),
    loopbackOnly: true,
    port: 0,
  })
  const made = await hub.create(path, { title: 'Partitions', place: '', language: 'en' })
  await hub.shutDown()
  if (!made.ok) throw new Error(made.failure.code)
}

/** A state vector lists its clients in any order. */
function sortedVector(hex: string): string {
  return JSON.stringify([...Y.decodeStateVector(Buffer.from(hex, 'hex'))].sort(([a], [b]) => a - b))
}
