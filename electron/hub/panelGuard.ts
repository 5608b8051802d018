import type * as Y from 'yjs'
import { putBackWords } from '#shared/board/prose'
import { changeRecord, proseOf, readField, readRecord } from '#shared/board/records'
import type { Frame, Stroke } from '#shared/board/schema'
import { mayChangeLocked } from './lockGuard'
import type { TouchedPlaces } from './touchedPlaces'

/**
 * Keeps the panels of a locked storyboard and the strokes in them. What is added to them stays, as somebody who was away
 * when it was locked may have drawn or written it.
 */
export interface PanelGuard {
  /** Looks at an edit before it is taken in; once it is, the value puts right what its author may not do. */
  look(author: string, touched: TouchedPlaces): () => boolean
}

/** Guards a document. */
export function createPanelGuard(doc: Y.Doc): PanelGuard {
  const isKept = (author: string, card: string | null): boolean => {
    if (card === null || readField(doc, 'cards', card, 'locked') !== true) return false
    const made = readField(doc, 'cards', card, 'made')
    const lockedBy = readField(doc, 'cards', card, 'lockedBy') ?? null
    return made !== undefined && !mayChangeLocked(author, { made, lockedBy })
  }
  const putFrameBack = ({ id, caption, ...values }: Frame): boolean => {
    const now = readRecord(doc, 'frames', id)
    if (!now) return false
    const isChanged = changeBack(values, now, (kept) => changeRecord(doc, 'frames', id, kept))
    if (!proseOf(doc, 'frames', id, 'caption')) changeRecord(doc, 'frames', id, { caption: '' })
    const text = proseOf(doc, 'frames', id, 'caption')
    return (text && putBackWords(text, caption)) || isChanged
  }
  const putStrokeBack = ({ id, ...values }: Stroke): boolean => {
    const now = readRecord(doc, 'strokes', id)
    return now !== undefined && changeBack(values, now, (kept) => changeRecord(doc, 'strokes', id, kept))
  }
  return {
    look(author, { written, deleted }) {
      const frames = new Map<string, Frame>()
      const strokes = new Map<string, Stroke>()
      for (const { collection, id, key } of [...written, ...deleted]) {
        if (key === null) continue
        if (collection === 'frames' && !frames.has(id)) {
          const frame = readRecord(doc, 'frames', id)
          if (frame && isKept(author, frame.card)) frames.set(id, frame)
        } else if (collection === 'strokes' && !strokes.has(id)) {
          const stroke = readRecord(doc, 'strokes', id)
          const card = readField(doc, 'frames', stroke?.frame ?? '', 'card') ?? null
          if (stroke && isKept(author, card)) strokes.set(id, stroke)
        }
      }
      return () => {
        let isPutRight = false
        for (const frame of frames.values()) if (putFrameBack(frame)) isPutRight = true
        for (const stroke of strokes.values()) if (putStrokeBack(stroke)) isPutRight = true
        return isPutRight
      }
    },
  }
}

/** Changes those values back that differ; true when there were any. */
function changeBack<V extends object>(before: V, now: V, change: (kept: Partial<V>) => void): boolean {
  const keys = Object.keys(before) as (keyof V)[]
  const changed = keys.filter((key) => JSON.stringify(now[key]) !== JSON.stringify(before[key]))
  if (changed.length === 0) return false
  change(Object.fromEntries(changed.map((key) => [key, before[key]])) as Partial<V>)
  return true
}
