import type * as Y from 'yjs'
import { wholeLetters } from '#shared/wholeLetters'
import { FORMS, type Form, formatsOf, PLAIN } from '../formats'
import { matchProse } from '../prose'
import { proseOf } from '../records'
import { type Writer, write } from './writer'

/** Words that are written on the wall: those of a card, or the caption of a frame. */
export interface Written {
  readonly collection: 'cards' | 'frames'
  readonly id: string
}

/** One replacement in a text: UTF-16 offsets in the words as they were before. */
export interface TextChange {
  readonly start: number
  readonly end: number
  readonly words: string
  /** The forms of the new letters; left out, they are like the letter before them. */
  readonly forms?: readonly Form[]
}

/** The shared text behind written words; undefined when a peer has never made it. */
export const writtenText = (doc: Y.Doc, { collection, id }: Written): Y.Text | undefined =>
  proseOf(doc, collection, id, collection === 'cards' ? 'text' : 'caption')

/**
 * Replaces stretches of written words, as one undo step. Only the letters between `start` and `end` go, and no
 * letter is cut in two, so that several people can write in the same words at once.
 */
export function editText(writer: Writer, written: Written, changes: readonly TextChange[]): void {
  const text = writtenText(writer.doc, written)
  if (!text || changes.length === 0) return
  write(writer, () => {
    // From the last to the first, so that the offsets before it stay true.
    for (const { words: given, forms, ...range } of [...changes].sort((a, b) => b.start - a.start)) {
      const [start, end] = rangeOfLetters(text, range.start, range.end)
      if (end > start) text.delete(start, end - start)
      const words = wholeLetters(given)
      if (words === '') continue
      if (forms) text.insert(start, words, Object.fromEntries(forms.map((form) => [form, true])))
      else text.insert(start, words)
    }
  })
}

/** Gives letters a form or takes it from them, as one undo step. */
export function formatText(
  writer: Writer,
  written: Written,
  range: readonly [start: number, end: number],
  form: Form,
  isOn: boolean,
): void {
  const text = writtenText(writer.doc, written)
  if (!text || !FORMS.includes(form)) return
  const [start, end] = rangeOfLetters(text, ...range)
  if (end > start) write(writer, () => text.format(start, end - start, { [form]: isOn ? true : null }))
}

/** Forms the letters of words like those of the same words in another place, or another document. */
export function copyForms(from: Y.Doc, original: Written, writer: Writer, copy: Written): void {
  const wanted = writtenText(from, original)
  const text = writtenText(writer.doc, copy)
  if (wanted && text && formatsOf(wanted) !== PLAIN) write(writer, () => matchProse(text, wanted))
}

/** A range inside the text that does not begin or end between the halves of a letter, which cannot be sent. */
function rangeOfLetters(text: Y.Text, from: number, to: number): [number, number] {
  const words = text.toString()
  const start = Math.min(Math.max(0, from), words.length)
  const end = Math.min(Math.max(start, to), words.length)
  return [isInside(words, start) ? start - 1 : start, isInside(words, end) ? end + 1 : end]
}

const isInside = (words: string, at: number): boolean =>
  at > 0 && (words.codePointAt(at - 1) ?? 0) > 0xffff && at < words.length
