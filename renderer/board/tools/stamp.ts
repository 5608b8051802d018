import { addCard } from '#shared/board/actions/cards'
import { write } from '#shared/board/actions/writer'
import { centreOf, moved, type Point } from '#shared/cards/box'
import type { Drawable } from '#shared/cards/kind'
import { hitCard } from '#shared/cards/kinds'
import { toWorld } from '#shared/cards/place'
import type { Sign } from '#shared/cards/signs'
import { stamp as kind } from '#shared/cards/stamp'
import type { Scene } from '../scene'
import type { Session } from '../session'
import type { Gesture, Tool } from './tool'

const [WIDTH, HEIGHT] = kind.size
/** World units between the middles of stamps that are put on one card, one after the other. */
const STEP = 36

/** A click puts the chosen sign down; on a card it sticks. The tool stays, for people stamp several things. */
export const stamp: Tool = {
  name: 'stamp',
  cursor: 'copy',
  press(bench) {
    const placing: Gesture = {
      name: 'placing',
      move: () => placing,
      up(event) {
        const at = bench.camera.toWorld(event.at)
        bench.undo.mark()
        putStamp(bench, bench.options.get().stamp, at, hostAt(bench.scene, at))
      },
      cancel: () => undefined,
    }
    return bench.canWrite.get() ? placing : null
  },
}

const NONE: ReadonlySet<string> = new Set()

/** What a stamp at this point sticks on: the topmost card or frame; null on the wall, and on a theme, whose cards stand in rows. */
function hostAt(scene: Scene, [x, y]: Point, without = NONE): string | null {
  const under = scene
    .within({ x, y, width: 0, height: 0 })
    .findLast(({ id, kind }) => !kind.isMark && !without.has(id))
  return under && under.card.type !== 'theme' && hitCard(under, [x, y]) ? under.id : null
}

/** What those of the held cards that are stamps stick on once they are let go `delta` away; unchanged ones are left out. */
export function hostsAt(
  scene: Scene,
  held: readonly Drawable[],
  delta: Point,
): ReadonlyMap<string, string | null> {
  const carried = new Set(held.map(({ id }) => id))
  const hosts = new Map<string, string | null>()
  for (const { id, card, place } of held) {
    if (card.type !== 'stamp' || carried.has(card.theme ?? '')) continue
    const host = hostAt(scene, centreOf(moved(place, delta)), carried)
    if (host !== card.theme) hosts.set(id, host)
  }
  return hosts
}

type Desk = Pick<Session, 'scene' | 'writer' | 'records' | 'undo'>

/** Puts a stamp on each of these cards, at its upper corner beside those that are there. One undo step. */
export function stampCards(desk: Desk, ids: Iterable<string>, sign: Sign): void {
  desk.undo.mark()
  write(desk.writer, () => {
    for (const id of ids) {
      const host = desk.scene.get(id)
      if (!host || host.kind.isMark) continue
      const { width } = host.place
      const before = [...desk.scene.membersOf(id)].filter(
        (each) => desk.scene.get(each)?.kind === kind,
      ).length
      const along = (before * STEP) % Math.max(STEP, width - WIDTH)
      putStamp(desk, sign, toWorld(host.place, [width - 12 - along, 4]), id)
    }
  })
}

function putStamp({ writer, records }: Desk, sign: Sign, [x, y]: Point, host: string | null): void {
  addCard(writer, {
    type: 'stamp',
    sign,
    tint: 'white',
    stage: records.singleton('meta').stage,
    theme: host,
    pos: [Math.round(x - WIDTH / 2), Math.round(y - HEIGHT / 2)],
    size: [WIDTH, HEIGHT, 0],
  })
}
