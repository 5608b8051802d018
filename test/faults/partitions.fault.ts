import 'fake-indexeddb/auto'
import * as Y from 'yjs'
import { addCard } from '#shared/board/actions/cards'
import { rootOf } from '#shared/board/records'
import type { Replica } from '../../renderer/board/replica'
import { canonical } from '../support/canonical'
import { seeded } from '../support/randomness'
import { isSaved, until, untilDocument } from '../support/until'
import type { Fault } from './fault'
import { installDesktop } from './partitions/desktop'
import { comeIn, type Person } from './partitions/person'
import { readBoard } from './partitions/readBoard'
import { openRoom } from './partitions/room'
import { within } from './within'

const PEOPLE = 5

/**
 * People at browsers and two desktops who work on while networks come and go, pages are reloaded, hubs are killed and
 * started again, and each desktop hosts the room when the other is gone. In the end everybody has the same board, and
 * so have both files; nothing that anybody made is missing, but for what a killed desktop's own window had made in its
 * last moments.
 */
export const fault: Fault = {
  async run({ isQuick, seed, folder, program, problem }) {
    const random = seeded(seed)
    const [first, second] = [
      await installDesktop('first', folder, program, random),
      await installDesktop('second', folder, program, random),
    ]
    const room = await openRoom(first, second, random)
    const people: Person[] = []
    for (let at = 0; at < PEOPLE; at++)
      people.push(await comeIn(`Person ${at}`, room.url(), room.code(), random))

    const counts = { edits: 0, cuts: 0, reloads: 0 }
    const end = performance.now() + (isQuick ? 12_000 : 600_000)
    const workOn = async () => {
      while (performance.now() < end) {
        const person = random.of(people)
        const what = random.under(20)
        if (what === 0) {
          counts.cuts += 1
          person?.cut()
        } else if (what <= 3) person?.heal()
        else if (what === 4 && !room.isMoving()) {
          counts.reloads += 1
          await person?.reload(room.url())
        } else {
          counts.edits += 1
          const work = what <= 6 ? random.of([first, second])?.work : person?.work
          work?.act()
        }
        await new Promise((resolve) => setTimeout(resolve, random.under(30)))
      }
    }
    const upset = async () => {
      while (performance.now() < end) {
        await new Promise((resolve) => setTimeout(resolve, 2_000 + random.under(isQuick ? 500 : 4_000)))
        await room.upset(people)
      }
    }
    await Promise.all([workOn(), upset()])

    for (const person of people) person.heal()
    await first.isInRoom()
    await second.isInRoom()
    const replicas = [...people.map(({ replica }) => replica), first.window, second.window]
    const back = replicas.map(async (replica) => {
      await until(replica.connection, ({ state }) => state === 'live')
      await isSaved(replica)
    })
    await within(Promise.all(back), () => 'for everybody to be back')
    // Everybody's last word has reached everybody once each one's marker has.
    const haveLastWordsOf = async (writing: readonly Replica[]) => {
      const markers = writing.map(({ doc }, at) =>
        addCard({ doc, person: `${at}`, origin: null, now: () => 1 }, { type: 'note', text: `last ${at}` }),
      )
      const hasAll = (doc: Y.Doc) => markers.every((id) => rootOf(doc, 'cards').has(id))
      const all = replicas.map((replica) => untilDocument(replica, () => hasAll(replica.doc)))
      await within(Promise.all(all), () => 'for the last words of everybody')
      await within(Promise.all(replicas.map(isSaved)), () => 'for the file')
    }
    await haveLastWordsOf(replicas)
    // What came from the copy is saved at the host before what the host writes now.
    await haveLastWordsOf([room.host().window])

    const boards = replicas.map(({ doc }) => canonical(doc))
    if (new Set(boards).size > 1) problem('people see different boards')
    const vectors = replicas.map(({ doc }) => Buffer.from(Y.encodeStateVector(doc)).toString('hex'))
    if (new Set(vectors.map(sortedVector)).size > 1) problem('people have different state vectors')
    for (const person of people) person.leave()
    // Whoever hosts gets no chance to save anything more; the copy has no word of what it has saved.
    await room.host().kill()
    await room.copy().quit()
    let acknowledged = 0
    for (const { path } of [room.host(), room.copy()]) {
      const kept = readBoard(path)
      const which = path === room.host().path ? 'the file' : 'the copy'
      if (canonical(kept) !== boards[0]) problem(`${which} is not what people see`)
      for (const { work } of [...people, first, second]) {
        const lost = work.made.filter((id) => !work.perished.has(id) && !rootOf(kept, 'cards').has(id))
        const lied = lost.filter((id) => work.acknowledged.has(id))
        if (lied.length > 0) problem(`${lied.length} cards that were said to be saved are not in ${which}`)
        else if (lost.length > 0) problem(`${lost.length} cards are not in ${which}`)
      }
    }
    for (const { work } of [...people, first, second]) acknowledged += work.acknowledged.size
    return { ...counts, ...room.counts, acknowledged }
  },
}

/** A state vector lists its clients in any order. */
function sortedVector(hex: string): string {
  return JSON.stringify([...Y.decodeStateVector(Buffer.from(hex, 'hex'))].sort(([a], [b]) => a - b))
}
