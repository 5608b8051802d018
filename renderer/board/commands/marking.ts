import { toggleReaction } from '#shared/board/actions/reactions'
import { toggleVote } from '#shared/board/actions/votes'
import { write } from '#shared/board/actions/writer'
import type { Sign } from '#shared/cards/signs'
import { type Command, type CommandBench, type CommandId, hasSelected } from './command'

/** The selected cards that can be answered and voted on. */
function answerable({ selection, scene }: CommandBench): string[] {
  return [...selection.ids.get()].filter((id) => scene.get(id)?.kind.isMark !== true)
}

const isPossible = (bench: CommandBench): boolean =>
  !bench.isSilent.get() && hasSelected(bench) && answerable(bench).length > 0

/** Does something with each of the cards as one undo step. */
function withEach(bench: CommandBench, act: (card: string) => void): void {
  bench.undo.mark()
  write(bench.writer, () => {
    for (const card of answerable(bench)) act(card)
  })
}

const reaction = (id: CommandId, sign: Sign): Command => ({
  id,
  group: 'mark',
  isPossible,
  run: (bench) => withEach(bench, (card) => toggleReaction(bench.writer, card, sign)),
})

/** What people say about the selected cards without writing; what was said is taken back. */
export const MARKING: readonly Command[] = [
  {
    id: 'vote',
    group: 'mark',
    menu: ['card'],
    isPossible,
    run: (bench) => withEach(bench, (card) => toggleVote(bench.writer, card)),
  },
  reaction('reactHeart', 'heart'),
  reaction('reactThumb', 'thumb'),
  reaction('reactStar', 'star'),
  reaction('reactBulb', 'bulb'),
  reaction('reactSmile', 'smile'),
  reaction('reactWorry', 'worry'),
  reaction('reactQuestion', 'question'),
  reaction('reactExclamation', 'exclamation'),
]
