import type { TextChange } from '../board/actions/cardText'
import { listMark, numberIn, withNumber } from './listMarks'

export const LISTS = ['bullets', 'numbers'] as const
export type List = (typeof LISTS)[number]

/**
 * A list is written with the signs that people see, `• ` and `1. ` at the beginning of its lines: words that leave
 * the wall, for a report or another program, are a list there too.
 */
const BULLET = '• '
const INDENT = '  '

interface Line {
  readonly start: number
  readonly words: string
}

/** The lines that a selection touches. */
function linesOf(text: string, start: number, end: number): Line[] {
  const lines: Line[] = []
  let at = 0
  for (const words of text.split('\n')) {
    if (at <= end && at + words.length >= start) lines.push({ start: at, words })
    at += words.length + 1
  }
  return lines
}

const isOf = (mark: string, list: List): boolean => mark !== '' && isNumber(mark) === (list === 'numbers')
const isNumber = (mark: string): boolean => numberIn(mark) !== null
const indentOf = (mark: string): string => /^\s*/u.exec(mark)?.[0] ?? ''

/** Makes the selected lines a list of this kind, or plain lines when all of them are one. */
export function toggleList(text: string, start: number, end: number, list: List): TextChange[] {
  const lines = linesOf(text, start, end)
  const isOn = lines.every(({ words }) => isOf(listMark(words), list))
  return lines.flatMap(({ start: at, words }, place) => {
    const mark = listMark(words)
    if (!isOn && words.trim() === '' && lines.length > 1) return []
    const next = isOn ? '' : `${indentOf(mark)}${list === 'bullets' ? BULLET : `${place + 1}. `}`
    return [{ start: at, end: at + mark.length, words: next }]
  })
}

/** Whether all selected lines are a list of this kind. */
export function isList(text: string, start: number, end: number, list: List): boolean {
  return linesOf(text, start, end).every(({ words }) => isOf(listMark(words), list))
}

/** What Enter does in a list: begins the next item, or ends the list at an empty one; undefined elsewhere. */
export function breakList(text: string, start: number, end: number): TextChange | undefined {
  const line = linesOf(text, start, start)[0]
  const mark = listMark(line?.words ?? '')
  if (!line || mark === '' || start < line.start + mark.length) return undefined
  if (line.words === mark && start === end)
    return { start: line.start, end: line.start + mark.length, words: '' }
  return { start, end, words: `\n${nextMark(mark)}` }
}

const nextMark = (mark: string): string => withNumber(mark, (numberIn(mark) ?? 0) + 1)

/** Moves the selected items of a list in or out by one step; undefined when there are none. */
export function indentList(
  text: string,
  start: number,
  end: number,
  isIn: boolean,
): TextChange[] | undefined {
  const items = linesOf(text, start, end).filter(({ words }) => listMark(words) !== '')
  if (items.length === 0) return undefined
  return items.flatMap(({ start: at, words }) => {
    if (isIn) return [{ start: at, end: at, words: INDENT }]
    const out = Math.min(INDENT.length, indentOf(words).length)
    return out === 0 ? [] : [{ start: at, end: at + out, words: '' }]
  })
}

/** What a Backspace right after the sign of a list does: takes the whole sign; undefined elsewhere. */
export function eraseMark(text: string, start: number, end: number): TextChange | undefined {
  const line = linesOf(text, start, start)[0]
  const mark = listMark(line?.words ?? '')
  if (!line || mark === '' || start !== end || start !== line.start + mark.length) return undefined
  return { start: line.start, end: start, words: '' }
}

/** A dash or a star and a space, just typed at the beginning of a line, become the sign of a list. */
export function typedMark(text: string, caret: number): TextChange | undefined {
  const line = linesOf(text, caret, caret)[0]
  if (!line || !/^\s*[-*] $/u.test(line.words.slice(0, caret - line.start))) return undefined
  return { start: caret - 2, end: caret, words: BULLET }
}
