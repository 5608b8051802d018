import type { Drawable } from '#shared/cards/kind'
import type { Session } from '../board/session'
import type { Look } from './paintContext'

/**
 * Knows which changes of the wall nobody sees, since only words changed that the field over their card covers: at
 * every letter the cards around would be painted anew for nothing.
 */
export interface CoveredWords {
  /** True when these changed cards look as they did, apart from what is covered. */
  hides(changed: ReadonlySet<string>, look: Look): boolean
  /** Another card, or none, is written in now. */
  begin(): void
}

/** Looks at the card that is being written in, if there is one. */
export function createCoveredWords({ scene, editing }: Pick<Session, 'scene' | 'editing'>): CoveredWords {
  let painted: Drawable | undefined
  return {
    hides(changed, look) {
      const before = painted
      painted = scene.get(editing.get() ?? '')
      if (!before || !painted || changed.size !== 1 || !changed.has(before.id)) return false
      return before.id === painted.id && differInWords(before, painted, look)
    },
    begin() {
      painted = scene.get(editing.get() ?? '')
    },
  }
}

/** What is covered, or is not seen at all. */
const COVERED: ReadonlySet<string> = new Set(['text', 'formats', 'made'])

function differInWords(before: Drawable, after: Drawable, look: Look): boolean {
  const context = look.at(1, null)
  return (
    looksSame(before.place, after.place) &&
    looksSame(before.card, after.card) &&
    looksSame(before.details, after.details) &&
    // A heading or a quote makes room as words come and go.
    looksSame(before.kind.textArea(before, context) ?? {}, after.kind.textArea(after, context) ?? {})
  )
}

function looksSame(before: object, after: object): boolean {
  const now: Readonly<Record<string, unknown>> = { ...after }
  return Object.entries(before).every(
    ([key, value]) =>
      COVERED.has(key) || value === now[key] || JSON.stringify(value) === JSON.stringify(now[key]),
  )
}
