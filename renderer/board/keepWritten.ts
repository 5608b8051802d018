import type { Transaction } from 'yjs'
import { putBackCards } from '#shared/board/actions/cards'
import type { Dispose } from '#shared/board/observe'
import { readRecord } from '#shared/board/records'
import type { Session } from './session'
import { editedBy } from './tools/edit'

type Writing = Pick<Session, 'records' | 'editing' | 'selection' | 'writer' | 'canWrite'>

/**
 * A card that somebody writes in cannot be thrown away by another: it is put back at once, outside of their undo
 * steps. Words that are taken out for good end the writing, and so does a lock.
 */
export function keepWritten({ records, editing, selection, writer, canWrite }: Writing): Dispose {
  const { doc } = writer
  let card: string | null = null
  const remember = () => {
    card = editedBy(records, editing.get())?.card ?? null
  }
  const keep = ({ local }: Transaction) => {
    if (local || card === null || !canWrite.get()) return
    const now = readRecord(doc, 'cards', card)
    if (!now || now.locked) return editing.set(null)
    if (!now.del) return
    putBackCards({ ...writer, origin: null }, [card])
    selection.set([card])
  }
  const unsubscribe = editing.subscribe(remember)
  remember()
  doc.on('afterTransaction', keep)
  return () => {
    unsubscribe()
    doc.off('afterTransaction', keep)
  }
}
