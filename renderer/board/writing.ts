import {
  editText,
  formatText,
  type TextChange,
  type Written,
  writtenText,
} from '#shared/board/actions/cardText'
import { FORMS, type Form, type Format, formatsOf, hasForm, PLAIN } from '#shared/board/formats'
import { isList, type List, toggleList } from '#shared/cards/lists'
import type { CommandBench } from './commands/command'
import { type Edited, editedText, writeEdited } from './tools/edit'

/** Where this person writes in the words being edited, in UTF-16 units. */
export interface Writing {
  readonly start: number
  readonly end: number
  /** The forms of the next letters; null when they are like the letter before them. */
  readonly forms: readonly Form[] | null
}

type Bench = Pick<CommandBench, 'editing' | 'records' | 'writer' | 'writing'>

/** The shared words behind what is edited; null for a part that is replaced as a whole. */
export function writtenOf({ card, frame, part }: Edited): Written | null {
  if (part !== null) return null
  return frame === null ? { collection: 'cards', id: card } : { collection: 'frames', id: frame }
}

/** Makes changes in the words being edited: offsets in the words as they are. */
export function changeEdited(bench: Bench, changes: readonly TextChange[]): void {
  const edited = editedText(bench)
  if (!edited || changes.length === 0) return
  const written = writtenOf(edited)
  if (written) {
    editText(bench.writer, written, changes)
    return
  }
  let text = edited.text
  for (const { start, end, words } of [...changes].sort((a, b) => b.start - a.start))
    text = text.slice(0, start) + words + text.slice(end)
  writeEdited(bench, text)
}

/** Which of the words being edited are not plain. */
export function editedFormats(bench: Bench): readonly Format[] {
  const edited = editedText(bench)
  const written = edited && writtenOf(edited)
  return written ? formatsOf(writtenText(bench.writer.doc, written)) : PLAIN
}

/** The forms that letters have which are typed now. */
export function formsAt(bench: Bench, formats = editedFormats(bench)): readonly Form[] {
  const writing = bench.writing.get()
  if (!writing) return []
  return writing.forms ?? FORMS.filter((form) => hasForm(formats, writing.start, writing.end, form))
}

/** Gives what is selected a form or takes it away: the letters, the next ones, or all words of the selected cards. */
export function toggleForm(bench: CommandBench, form: Form): void {
  const edited = editedText(bench)
  const writing = bench.writing.get()
  const written = edited && writtenOf(edited)
  if (written && writing) {
    const forms = formsAt(bench)
    const isOn = forms.includes(form)
    if (writing.start === writing.end) {
      const next = isOn ? forms.filter((each) => each !== form) : [...forms, form]
      bench.writing.set({ ...writing, forms: next })
    } else {
      bench.undo.mark()
      formatText(bench.writer, written, [writing.start, writing.end], form, !isOn)
    }
  } else if (!edited) toggleFormOfCards(bench, form)
}

function toggleFormOfCards(bench: CommandBench, form: Form): void {
  const { doc } = bench.writer
  const texts = [...bench.selection.ids.get()].map((id) => ({ collection: 'cards', id }) as const)
  const lengthOf = (each: Written) => writtenText(doc, each)?.length ?? 0
  const isOn = texts.every((each) => hasForm(formatsOf(writtenText(doc, each)), 0, lengthOf(each), form))
  bench.undo.mark()
  doc.transact(() => {
    for (const each of texts) formatText(bench.writer, each, [0, lengthOf(each)], form, !isOn)
  }, bench.writer.origin)
}

/** Makes the selected lines a list, or plain again. */
export function toggleEditedList(bench: CommandBench, list: List): void {
  const edited = editedText(bench)
  const writing = bench.writing.get()
  if (!edited || !writing) return
  bench.undo.mark()
  changeEdited(bench, toggleList(edited.text, writing.start, writing.end, list))
}

/** Whether the selected lines are a list of this kind. */
export function isEditedList(bench: Bench, list: List): boolean {
  const edited = editedText(bench)
  const writing = bench.writing.get()
  return edited !== null && writing !== null && isList(edited.text, writing.start, writing.end, list)
}
