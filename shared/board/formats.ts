import type * as Y from 'yjs'

/** The forms of letters that people can choose; the names are the attributes of the shared text. */
export const FORMS = ['bold', 'italic'] as const
export type Form = (typeof FORMS)[number]

/** A stretch of letters that are not plain, in UTF-16 units of the text. */
export interface Format {
  readonly start: number
  readonly end: number
  readonly bold: boolean
  readonly italic: boolean
}

/** The formats of plain words: the same list for all of them, so that ten thousand plain cards cost nothing. */
export const PLAIN: readonly Format[] = Object.freeze([])

/** The stretches of a shared text that are not plain, in reading order; `PLAIN` itself when there is none. */
export function formatsOf(text: Y.Text | undefined): readonly Format[] {
  // Yjs notes when a text was formatted for the first time; reading ten thousand plain ones takes 60 ms.
  if (!text || text._hasFormatting === false) return PLAIN
  const formats: Format[] = []
  let at = 0
  for (const { insert, attributes } of text.toDelta() as { insert: unknown; attributes?: object }[]) {
    const start = at
    at += typeof insert === 'string' ? insert.length : 1
    const bold = isSet(attributes, 'bold')
    const italic = isSet(attributes, 'italic')
    if (bold || italic) formats.push({ start, end: at, bold, italic })
  }
  return formats.length === 0 ? PLAIN : Object.freeze(formats)
}

const isSet = (attributes: object | undefined, form: Form): boolean =>
  attributes !== undefined && form in attributes && (attributes as Record<Form, unknown>)[form] === true

/** True when every letter from `start` to `end` has this form; of no letters, when the one before has it. */
export function hasForm(formats: readonly Format[], start: number, end: number, form: Form): boolean {
  if (start === end) return formats.some((each) => each[form] && each.start < start && start <= each.end)
  let at = start
  for (const each of formats) if (each[form] && each.start <= at && each.end > at) at = each.end
  return at >= end
}
