import { type Command, type CommandBench, hasSelected } from './command'
import { isLeading } from './leading'

const guidanceOf = ({ replica }: CommandBench) => replica.guidance.get()
const isFollowed = (bench: CommandBench): boolean =>
  guidanceOf(bench).isLeading && guidanceOf(bench).guide === bench.replica.me.get()?.peer

/** The one card to be shown alone; undefined when another number is selected. */
function chosenCard({ selection, scene }: CommandBench): string | undefined {
  const [id, ...others] = selection.ids.get()
  const drawable = others.length === 0 && id !== undefined ? scene.get(id) : undefined
  return drawable && !drawable.kind.isLine ? drawable.id : undefined
}

/** Where the whole room looks, for whoever leads it. */
export const GUIDING: readonly Command[] = [
  {
    id: 'lookHere',
    group: 'room',
    keys: ['Alt+Shift+H'],
    reach: 'board',
    menu: ['wall'],
    isPossible: isLeading,
    run: ({ replica, guided }) => replica.guide({ do: 'lookHere', view: guided.view() }),
  },
  {
    id: 'followMe',
    group: 'room',
    isPossible: (bench) => isLeading(bench) && !isFollowed(bench),
    run: ({ replica, guided }) => replica.guide({ do: 'lead', view: guided.view() }),
  },
  {
    id: 'stopLeading',
    group: 'room',
    isPossible: (bench) => isLeading(bench) && guidanceOf(bench).isLeading,
    run: ({ replica }) => replica.guide({ do: 'stopLeading' }),
  },
  {
    id: 'spotlight',
    group: 'room',
    menu: ['card'],
    isPossible: (bench) => isLeading(bench) && chosenCard(bench) !== undefined,
    run(bench) {
      const card = chosenCard(bench)
      if (card === undefined) return
      bench.selection.clear()
      bench.replica.guide({ do: 'spotlight', card })
    },
  },
  {
    id: 'endSpotlight',
    group: 'room',
    menu: ['wall', 'card'],
    isPossible: (bench) => isLeading(bench) && guidanceOf(bench).spotlight !== null,
    run: ({ replica }) => replica.guide({ do: 'spotlight', card: null }),
  },
  {
    id: 'showAll',
    group: 'room',
    isPossible: (bench) => isLeading(bench) && guidanceOf(bench).view !== null,
    run: ({ replica }) => replica.guide({ do: 'showAll' }),
  },
  {
    id: 'park',
    group: 'room',
    keys: ['Alt+Shift+P'],
    menu: ['card'],
    isPossible: (bench) => isLeading(bench) && hasSelected(bench),
    run: ({ asked }) => asked.set({ do: 'park' }),
  },
  {
    id: 'lockStage',
    group: 'room',
    isPossible: (bench) => isLeading(bench) && !guidanceOf(bench).isStageLocked,
    run: ({ replica }) => replica.guide({ do: 'lockStage', isOn: true }),
  },
  {
    id: 'unlockStage',
    group: 'room',
    isPossible: (bench) => isLeading(bench) && guidanceOf(bench).isStageLocked,
    run: ({ replica }) => replica.guide({ do: 'lockStage', isOn: false }),
  },
]
