import { diffWordsWithSpace } from 'diff'
import * as Y from 'yjs'
import { wholeLetters } from '../wholeLetters'

/** Words that differ beyond which a text is replaced in one piece: finding the best way would take too long. */
const MOST_DIFFERENCES = 1_000

/** Edits shared text into `words` by the one smallest replacement, so that others' carets stay in place. */
export function replaceProse(text: Y.Text, words: string): void {
  const present = text.toString()
  const next = wholeLetters(words)
  if (present === next) return
  const { start, end } = commonEnds(present, next)
  if (present.length - end > start) text.delete(start, present.length - end - start)
  if (next.length - end > start) text.insert(start, next.slice(start, next.length - end))
}

/**
 * Puts back what was taken out of shared text since it was `before`, and leaves what was added. True when something
 * had to be put back.
 */
export function putBackWords(text: Y.Text, before: string): boolean {
  const present = text.toString()
  const { start, end } = commonEnds(before, present)
  const taken = before.slice(start, before.length - end)
  if (taken === '') return false
  text.insert(start, taken)
  return true
}

/** What `now` holds in the place of what it has in common with `before` at neither end. */
export function wordsSince(before: string, now: string): string {
  const { start, end } = commonEnds(before, now)
  return now.slice(start, now.length - end)
}

/** Words and their formatting, apart from any document. */
export type KeptProse = readonly unknown[]

/** The words of a text as they are now. */
export const keepProse = (text: Y.Text): KeptProse => text.toDelta()

/** Edits shared text into what was kept of it. */
export function restoreProse(text: Y.Text, kept: KeptProse): void {
  const wanted = new Y.Doc().getText()
  wanted.applyDelta([...kept])
  // In one piece first: whoever wrote a million words would make everybody wait for their comparison.
  replaceProse(text, wanted.toString())
  matchProse(text, wanted)
}

/**
 * Edits shared text into what another text holds, word by word, with its formatting. What is the same in
 * both stays untouched, so that carets and highlights there stay where they are.
 */
export function matchProse(text: Y.Text, wanted: Y.Text): void {
  const present = runsOf(text)
  const next = runsOf(wanted)
  if (JSON.stringify(present) === JSON.stringify(next)) return
  if (!present || !next) {
    // Something that is no words, from a newer version: there is nothing to compare it by.
    text.delete(0, text.length)
    text.applyDelta(wanted.toDelta())
    return
  }
  matchWords(text, wordsOf(present), wordsOf(next))
  const unformatted = runsOf(text)
  if (unformatted) matchFormats(text, unformatted, next)
}

type Format = Readonly<Record<string, unknown>>

interface Run {
  readonly words: string
  readonly format: Format
}

/** A text in pieces of one formatting; undefined when it holds something else than words. */
function runsOf(text: Y.Text): Run[] | undefined {
  const runs: Run[] = []
  for (const { insert, attributes } of text.toDelta() as { insert: unknown; attributes?: Format }[]) {
    if (typeof insert !== 'string') return undefined
    runs.push({ words: insert, format: attributes ?? {} })
  }
  return runs
}

const wordsOf = (runs: readonly Run[]): string => runs.map(({ words }) => words).join('')

function matchWords(text: Y.Text, present: string, next: string): void {
  if (present === next) return
  const { start, end } = commonEnds(present, next)
  const changed = present.slice(start, present.length - end)
  const wanted = next.slice(start, next.length - end)
  const pieces = diffWordsWithSpace(changed, wanted, { maxEditLength: MOST_DIFFERENCES }) ?? [
    { value: changed, removed: true, added: false },
    { value: wanted, removed: false, added: true },
  ]
  let at = start
  for (const { value, added, removed } of pieces) {
    if (value === '') continue
    if (removed) text.delete(at, value.length)
    else {
      if (added) text.insert(at, value)
      at += value.length
    }
  }
}

/** Formats a text like another one with the same words. */
function matchFormats(text: Y.Text, present: readonly Run[], next: readonly Run[]): void {
  const bounds = new Set<number>([0])
  const ends = (runs: readonly Run[]) => {
    let at = 0
    return runs.map(({ words, format }) => {
      at += words.length
      bounds.add(at)
      return { end: at, format }
    })
  }
  const was = ends(present)
  const wanted = ends(next)
  const marks = [...bounds].sort((a, b) => a - b)
  for (const [place, from] of marks.entries()) {
    const to = marks[place + 1]
    if (to === undefined) return
    const before = was.find(({ end }) => end > from)?.format ?? {}
    const after = wanted.find(({ end }) => end > from)?.format ?? {}
    const change: Record<string, unknown> = {}
    for (const key of new Set([...Object.keys(before), ...Object.keys(after)]))
      if (JSON.stringify(before[key]) !== JSON.stringify(after[key])) change[key] = after[key] ?? null
    if (Object.keys(change).length > 0) text.format(from, to - from, change)
  }
}

/** How many UTF-16 units two texts share at their beginning and, after that, at their end. */
function commonEnds(present: string, next: string): { start: number; end: number } {
  const most = Math.min(present.length, next.length)
  let start = 0
  while (start < most && present[start] === next[start]) start++
  let end = 0
  while (end < most - start && present[present.length - 1 - end] === next[next.length - 1 - end]) end++
  // A surrogate pair must not be cut: half a pair cannot be encoded in an update.
  if (start > 0 && isHighSurrogate(present.charCodeAt(start - 1))) start--
  if (end > 0 && isLowSurrogate(present.charCodeAt(present.length - end))) end--
  return { start, end }
}

const isHighSurrogate = (unit: number): boolean => unit >= 0xd800 && unit <= 0xdbff
const isLowSurrogate = (unit: number): boolean => unit >= 0xdc00 && unit <= 0xdfff
