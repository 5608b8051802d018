import { reshapeCards } from '#shared/board/actions/arrange'
import { unlocked } from '../members'
import { graspOf } from '../tools/handles'
import { turned } from '../tools/reshape'
import type { Command, CommandBench, CommandId } from './command'

/** Degrees of one press: the same steps that shift keeps to when a hand turns a card. */
const STEP = 15

/** Turns the selected cards by key, about the middle that the handle turns them about. */
export const TURNING: readonly Command[] = [
  turning('turnLeft', 'Alt+[', -STEP),
  turning('turnRight', 'Alt+]', STEP),
  {
    id: 'turnUpright',
    group: 'arrange',
    menu: ['card'],
    isPossible: (bench) => leaning(bench).length > 0,
    run(bench) {
      bench.undo.mark()
      reshapeCards(
        bench.writer,
        new Map(
          leaning(bench).map(({ id, card: { pos, size } }) => [id, { pos, size: [size[0], size[1], 0] }]),
        ),
      )
    },
  },
]

function turning(id: CommandId, keys: string, degrees: number): Command {
  return {
    id,
    group: 'arrange',
    keys: [keys],
    menu: ['card'],
    isPossible: (bench) => graspOf(bench)?.turns === true,
    run(bench) {
      const grasp = graspOf(bench)
      if (!grasp) return
      bench.undo.mark()
      reshapeCards(bench.writer, turned(grasp, degrees))
    },
  }
}

function leaning(bench: CommandBench) {
  if (!bench.canWrite.get()) return []
  return bench.scene
    .pick(new Set(unlocked(bench, bench.selection.ids.get())))
    .filter(({ kind, place }) => kind.turns && place.rotation % 360 !== 0)
}
