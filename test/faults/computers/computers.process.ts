import { join } from 'node:path'
import type { Invitation, NearbyRoom } from '#shared/ipc/roomContract'
import type { Found } from '../runApart'
import { within } from '../within'
import { layNetwork } from './network'

/** A room of several computers and what its network does to it; prints what it found as JSON. */
const [, , folder = '', , , may = ''] = process.argv
const problems: string[] = []
const figures: Record<string, number | string> = {}

if (may === 'mayMount') await run()
else figures['not possible here'] = 'a network of its own'
console.log(JSON.stringify({ figures, problems } satisfies Found))
process.exit(0)

async function run(): Promise<void> {
  const network = layNetwork(folder, join(import.meta.dirname, 'computer.process.js'))
  const host = network.add('host')
  const second = network.add('second')
  const phone = network.add('phone')
  const words: string[] = []
  const write = (computer: typeof host, said: string) => {
    words.push(said)
    return computer.ask({ do: 'write', words: said })
  }
  const haveAll = (...computers: (typeof host)[]) =>
    Promise.all(computers.map((computer) => computer.ask({ do: 'has', words })))
  const timed = async (figure: string, work: () => Promise<unknown>) => {
    const began = performance.now()
    await work()
    figures[`${figure} ms`] = Math.round(performance.now() - began)
  }

  const { code, addresses } = (await host.ask({ do: 'host', title: 'The lane' })) as Invitation
  if (!addresses[0]?.url.startsWith(`http://${host.address}:`)) {
    problems.push(`the invitation leads to ${addresses[0]?.url}`)
  }
  let found: NearbyRoom | undefined
  await timed('found nearby', async () => {
    found = await within(findRoom(second), () => 'for the room nearby')
  })
  if (found?.title !== 'The lane' || found.place.host !== host.address) {
    problems.push(`nearby is ${JSON.stringify(found)}`)
  }
  if (!found) return
  const { place } = found
  const url = `ws://${host.address}:${place.port}/sync`
  await second.ask({ do: 'join', place, code })
  await phone.ask({ do: 'browse', url, code })
  await write(host, 'from the host')
  await write(second, 'from the second')
  await write(phone, 'from the phone')
  await haveAll(host, second, phone)

  // A cable without a network behind it: nothing is refused, and nothing comes.
  second.pull()
  await write(host, 'while it was away')
  await timed('drop noticed', () => second.ask({ do: 'noticesAway' }))
  await write(second, 'written alone')
  second.plug()
  await timed('back after', () => haveAll(host, second, phone))

  host.pull()
  await Promise.all([second.ask({ do: 'noticesAway' }), phone.ask({ do: 'noticesAway' })])
  await write(phone, 'in the gap')
  await write(second, 'in the gap too')
  const again = (await second.ask({ do: 'hostHere' })) as Invitation
  if (again.code !== code) problems.push('the room has another code with its second host')
  await timed('second host found', () => haveAll(second, phone))
  host.plug()
  await timed('first host joined again', () => haveAll(host, second, phone))
  await same([host, second, phone])

  const apart = network.add('apart', true)
  const alsoApart = network.add('alsoApart', true)
  await alsoApart.ask({ do: 'look' })
  const invited = (await apart.ask({ do: 'host', title: 'Kept apart' })) as Invitation
  const port = Number(new URL(invited.addresses[0]?.url ?? '').port)
  const isolated = { host: apart.address, port, print: invited.print }
  const refused = await alsoApart.try({ do: 'join', place: isolated, code: invited.code })
  if (refused.ok || refused.failure.code !== 'noWayThere') {
    problems.push(`from a network that keeps its devices apart came ${JSON.stringify(refused)}`)
  }
  for (const computer of [host, second, phone, apart, alsoApart]) computer.end()

  async function same(computers: (typeof host)[]): Promise<void> {
    const boards = await Promise.all(computers.map((computer) => computer.ask({ do: 'board' })))
    if (new Set(boards.map((board) => JSON.stringify(board))).size > 1) {
      problems.push('the computers have different boards')
    }
  }
}

async function findRoom(computer: { ask(ask: { do: 'look' }): Promise<unknown> }): Promise<NearbyRoom> {
  for (;;) {
    const [room] = (await computer.ask({ do: 'look' })) as NearbyRoom[]
    if (room) return room
    await new Promise((resolve) => setTimeout(resolve, 100))
  }
}
