import { join } from 'node:path'
import { boardOf } from '../../bench/boards'
import { canonical } from '../../support/canonical'
import { until, untilDocument } from '../../support/until'
import { documentOfCopy, makeBoard } from '../boards'
import { containment } from '../contains'
import type { Figures } from '../fault'
import { createGuest, type Guest } from '../guest'
import { freePort } from '../hub/freePort'
import { hasOpened } from '../hub/marks'
import { startHub } from '../hub/startHub'
import type { Place } from './fullDisk.process'

const settled = ({ replica }: Guest) => until(replica.saving, ({ state }) => state !== 'saving')
const saved = ({ replica }: Guest) => until(replica.saving, ({ state }) => state === 'saved')

/** Three guests edit while less and less room is left; after each time there is room again. */
export async function editOnFullDisk(place: Place): Promise<Figures> {
  const { disk, random, problem } = place
  const path = join(place.folder, 'board.ground')
  makeBoard(path, boardOf(60))
  const hub = startHub(place.program, { path, port: await freePort(), ...place.hubOptions })
  const opened = await hub.hear(hasOpened)
  if (!opened?.board.ok) throw new Error('the hub did not open the board')
  const url = `ws://${new URL(opened.room).host}/sync`
  const enter = (name: string) => createGuest(name, url, opened.code, random)
  const guests = [enter('Guest 0'), enter('Guest 1')]
  const [first, second] = guests
  if (!first || !second) throw new Error('nobody came')
  const isLive = ({ replica }: Guest) => until(replica.connection, ({ state }) => state === 'live')
  await Promise.all(guests.map(isLive))

  let full = 0
  let longest = 0
  const most = place.isQuick ? [0, 1, 2, 3, 5, 8, 13, 40] : Array.from({ length: 80 }, (_, at) => at)
  for (const pages of most) {
    await Promise.all(guests.map(saved))
    const before = guests.flatMap(({ sent }) => sent).map(({ bytes }) => bytes)
    disk.leave(pages)
    first.paste(4_000 + random.under(60_000))
    for (let act = 0; act < 10; act++) first.act()
    const when = `with room for ${pages} pages`
    const said = await settled(first)
    if (said.state === 'failed') {
      full += 1
      if (said.code !== 'diskFull') problem(`${when} it says ${said.code} and not that the disk is full`)
      const old = containment(documentOfCopy(path, place.aside))
      if (before.some((update) => !old(update))) problem(`${when} saved work is no longer in the file`)
      const seen = untilDocument(
        second.replica,
        () => canonical(second.replica.doc) === canonical(first.replica.doc),
      )
      first.act()
      await seen
      const late = enter('Late')
      await isLive(late)
      if ((await settled(late)).state !== 'failed')
        problem(`${when} somebody who comes in is told that all is saved`)
      late.dispose()
    } else if (pages === 0) problem('with no room at all it says that everything is saved')
    const freed = performance.now()
    disk.free()
    await Promise.all(guests.map(saved))
    longest = Math.max(longest, performance.now() - freed)
    if (canonical(documentOfCopy(path, place.aside)) !== canonical(first.replica.doc)) {
      problem(`${when}: the file does not have everything once there is room again`)
    }
  }
  for (const guest of guests) guest.dispose()
  hub.kill()
  await hub.ended
  return {
    'times filled': most.length,
    'said to be full': full,
    'saved again within, ms': Math.round(longest),
  }
}
