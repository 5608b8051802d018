import { highlightPassage, type StoryPart } from '#shared/board/actions/stories'
import type { Session } from '../../board/session'
import { addInView } from '../wallCards'
import type { SelectedPassage } from './passageSelection'

/** Marks a passage and returns the highlight's id; undefined when it holds no words. */
export function markPassage(
  session: Session,
  story: string,
  part: StoryPart,
  { start, end }: SelectedPassage,
): string | undefined {
  session.undo.mark()
  return highlightPassage(session.writer, story, part, start, end)
}

/** Puts an insight card that quotes a highlight on the wall, selects it and returns its id. */
export function addInsight(session: Session, highlight: string, quote: string): string {
  // A quote needs its own room above what was noticed.
  const height = Math.max(180, Math.min(420, 132 + Math.ceil(quote.length / 28) * 24))
  return addInView(session, {
    type: 'insight',
    tint: 'lemon',
    stage: 'insights',
    highlight,
    text: '',
    size: [260, height, 0],
  })
}
