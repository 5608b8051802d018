import { highlightPassage, passageOf, type StoryPart } from '#shared/board/actions/stories'
import { write } from '#shared/board/actions/writer'
import { readRecord } from '#shared/board/records'
import type { Session } from '../../board/session'
import { addInView, showCard } from '../wallCards'
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

/**
 * Marks a passage and puts an insight card that quotes it on the wall, as one step to undo. Selects the
 * card and returns its id; undefined when the passage holds no words.
 */
export function addInsightFrom(
  session: Session,
  story: string,
  part: StoryPart,
  passage: SelectedPassage,
): string | undefined {
  const { doc } = session.replica
  const card = write(session.writer, () => {
    const id = markPassage(session, story, part, passage)
    const highlight = id && readRecord(doc, 'highlights', id)
    return highlight ? addInsight(session, highlight.id, passageOf(doc, highlight)?.quote ?? '') : undefined
  })
  // The wall learns of the card when the step ends.
  if (card !== undefined) showCard(session, card)
  return card
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
