import { SYNC_PATH } from '#shared/sync/protocol'
import type { Randomness } from '../../support/randomness'
import { until } from '../../support/until'
import { within } from '../within'
import type { Desktop, Way } from './desktop'
import type { Person } from './person'

/** A room that two desktops keep alive between them. */
export interface MovingRoom {
  readonly counts: { kills: number; takeovers: number; regained: number; rejoined: number }
  /** Where pages reach it. */
  url(): string
  code(): string
  host(): Desktop
  copy(): Desktop
  /** True while it may go to the other desktop: a page that is opened now could be left behind. */
  isMoving(): boolean
  /** Kills one of the two, and waits until both are there again. */
  upset(people: readonly Person[]): Promise<void>
}

/** Makes a board at `first`, and has `second` join its room. */
export async function openRoom(first: Desktop, second: Desktop, random: Randomness): Promise<MovingRoom> {
  let [host, copy] = [first, second]
  let isMoving = false
  const counts = { kills: 0, takeovers: 0, regained: 0, rejoined: 0 }
  await host.create()
  let way: Way = await host.host()
  await copy.join(way)

  /** Pages that never reached the room know of no other host. */
  const gather = async (people: readonly Person[]) => {
    const begun = performance.now()
    for (const person of people) {
      while (!person.work.isThere()) {
        if (performance.now() - begun > 60_000) throw new Error('a page did not reach the room')
        // It may be cut off again, or opened again, while it is waited for.
        person.heal()
        await new Promise((resolve) => setTimeout(resolve, 20))
      }
    }
  }
  const startAgain = async () => {
    counts.kills += 1
    await host.kill()
    await host.reopen()
    way = await host.host()
    await copy.isInRoom()
  }
  const startCopyAgain = async () => {
    counts.kills += 1
    await copy.kill()
    await copy.reopen()
    await copy.isInRoom()
  }
  /** The first host opens its room again, and the one that took it over gives way. */
  const regain = async () => {
    counts.regained += 1
    const late = host
    host = copy
    copy = late
    await host.reopen()
    way = await host.host()
    await within(
      until(copy.window.me, (me) => me?.role === 'participant'),
      () => 'for the other host to give way',
    )
    await copy.isInRoom()
  }
  const takeOver = async (people: readonly Person[]) => {
    counts.takeovers += 1
    isMoving = true
    await gather(people)
    await copy.isInRoom()
    const dead = host
    await dead.kill()
    host = copy
    copy = dead
    way = await host.host()
    isMoving = false
    await new Promise((resolve) => setTimeout(resolve, random.under(3_000)))
    if (dead.isOwn && random.under(2) === 0) {
      isMoving = true
      await gather(people)
      await regain()
      isMoving = false
      return
    }
    counts.rejoined += 1
    if (dead.isOwn) await dead.join(way)
    else await dead.reopen()
    await dead.isInRoom()
  }

  return {
    counts,
    url: () => `ws://${way.place.host}:${way.place.port}${SYNC_PATH}`,
    code: () => way.code,
    host: () => host,
    copy: () => copy,
    isMoving: () => isMoving,
    upset: (people) => {
      const what = random.under(4)
      return what === 0 ? startAgain() : what === 1 ? startCopyAgain() : takeOver(people)
    },
  }
}
