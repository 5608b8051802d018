import { explainCard, quoteOnCard, writeCard } from '#shared/board/actions/cards'
import { captionFrame } from '#shared/board/actions/prototypes'
import type { Card } from '#shared/board/schema'
import type { Point } from '#shared/cards/box'
import { partKey, partOfKey, type WrittenPart } from '#shared/cards/kind'
import { hitAt } from '../hit'
import { isLocked, takenWith } from '../members'
import { createCardAt } from './newCard'
import type { Bench } from './tool'

/** What is being written in: a card, a part of it, or a frame's caption on its card. */
export interface Edited {
  readonly card: string
  /** Null when it is the card's own text. */
  readonly frame: string | null
  /** Null when it is the card's own text, or a frame's. */
  readonly part: WrittenPart | null
  readonly text: string
}

/** Resolves `session.editing`; null when nothing is being edited or it has gone. */
export function editedText({ editing, records }: Pick<Bench, 'editing' | 'records'>): Edited | null {
  return editedBy(records, editing.get())
}

/** What a value of `session.editing` stands for; null when that is nothing any more. */
export function editedBy(records: Bench['records'], id: string | null): Edited | null {
  const card = records.get('cards', id)
  if (card) return { card: card.id, frame: null, part: null, text: card.text }
  const named = partOfKey(id ?? '')
  const owner = records.get('cards', named?.card ?? null)
  if (named && owner) return { card: owner.id, frame: null, part: named.part, text: owner[named.part] }
  const frame = records.get('frames', id)
  if (!frame || frame.card === null) return null
  return { card: frame.card, frame: frame.id, part: null, text: frame.caption }
}

/** Writes what was typed into the card, part or caption being edited, live. */
export function writeEdited(bench: Pick<Bench, 'editing' | 'records' | 'writer'>, text: string): void {
  const edited = editedText(bench)
  if (!edited) return
  if (edited.frame !== null) captionFrame(bench.writer, edited.frame, text)
  else if (edited.part === 'quote') quoteOnCard(bench.writer, edited.card, text)
  else if (edited.part === 'why') explainCard(bench.writer, edited.card, text)
  else writeCard(bench.writer, edited.card, text)
}

/** Starts writing in the one selected card; false when there is none that has words. */
export function editSelected(
  bench: Pick<Bench, 'scene' | 'canWrite' | 'undo' | 'selection' | 'editing'>,
): boolean {
  const [id, ...others] = bench.selection.ids.get()
  return id !== undefined && others.length === 0 && editCard(bench, id)
}

/** Starts writing in a card; false when it has no words, is locked or may not be written. */
export function editCard(
  bench: Pick<Bench, 'scene' | 'canWrite' | 'undo' | 'selection' | 'editing'>,
  id: string,
): boolean {
  if (!bench.scene.get(id)?.kind.isWritten || isLocked(bench, id) || !bench.canWrite.get()) return false
  bench.undo.mark()
  bench.selection.set([id])
  bench.editing.set(id)
  return true
}

/** A double click edits what is there, shows a frame whole, goes into a group, or makes a card on the bare wall or in a theme. */
export function openAt(bench: Bench, at: Point): void {
  const world = bench.camera.toWorld(at)
  const hit = hitAt(bench, at)
  if (hit?.drawable.card.type === 'frame' && hit.part.name === 'body') {
    bench.camera.fit(hit.drawable.bounds, 32, 2)
    return
  }
  if (!bench.canWrite.get()) return
  const selected = bench.selection.ids.get()
  if (!hit || hit.part.name === 'field') createCardAt(bench, world)
  else if (isLocked(bench, hit.drawable.id)) return
  else if (selected.size > 1 && takenWith(bench, hit.drawable.id, selected).size > 1)
    bench.selection.set([hit.drawable.id])
  else if (hit.part.name === 'caption' || hit.part.name === 'frame') {
    bench.undo.mark()
    bench.selection.set([hit.drawable.id])
    bench.editing.set(hit.part.frame)
  } else if (hit.part.name === 'body') editCard(bench, hit.drawable.id)
  else if (hit.part.name === 'quote' || hit.part.name === 'why')
    openPart(bench, hit.drawable.card, hit.part.name)
}

function openPart(bench: Bench, card: Card, part: WrittenPart): void {
  const story = part === 'quote' && bench.records.get('highlights', card.highlight)?.story
  // What somebody said is read where they said it, never rewritten on a card.
  if (story) {
    bench.focus.set({ kind: 'story', story, highlight: card.highlight })
    return
  }
  bench.undo.mark()
  bench.selection.set([card.id])
  bench.editing.set(partKey(card.id, part))
}
