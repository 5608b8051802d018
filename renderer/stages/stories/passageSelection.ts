/** A passage that somebody has selected in the reader: UTF-16 offsets in the story's text. */
export interface SelectedPassage {
  readonly start: number
  readonly end: number
}

const WORDS = '[data-start]'

/** What is selected inside `reader`; null when nothing is, or nothing but space. */
export function selectedPassage(reader: HTMLElement): SelectedPassage | null {
  const selection = document.getSelection()
  if (!selection || selection.isCollapsed || selection.rangeCount === 0) return null
  const range = selection.getRangeAt(0)
  if (!reader.contains(range.commonAncestorContainer) || range.toString().trim() === '') return null
  const start = offsetOf(reader, range.startContainer, range.startOffset, 'after')
  const end = offsetOf(reader, range.endContainer, range.endOffset, 'before')
  return start === null || end === null || end <= start ? null : { start, end }
}

// A selection may begin or end between paragraphs: then the nearest words inside it count.
function offsetOf(reader: HTMLElement, node: Node, at: number, side: 'before' | 'after'): number | null {
  const owner = node instanceof Element ? node : node.parentElement
  const words = owner?.closest<HTMLElement>(WORDS)
  const range = document.createRange()
  if (words && reader.contains(words)) {
    range.setStart(words, 0)
    range.setEnd(node, at)
    return Number(words.dataset.start) + range.toString().length
  }
  range.setStart(node, at)
  const all = [...reader.querySelectorAll<HTMLElement>(WORDS)]
  if (side === 'after') {
    const next = all.find((one) => range.comparePoint(one, 0) >= 0)
    return next ? Number(next.dataset.start) : null
  }
  const last = all.findLast((one) => range.comparePoint(one, one.childNodes.length) <= 0)
  return last ? Number(last.dataset.start) + (last.textContent?.length ?? 0) : null
}

/** Selects all the words of a paragraph. */
export function selectWords(words: HTMLElement): void {
  document.getSelection()?.selectAllChildren(words)
}

/** Grows or shrinks the selection by a word, to the left or right as it is seen; begins it when there is none. */
export function extendByWord(words: HTMLElement, direction: 'left' | 'right'): void {
  const selection = document.getSelection()
  if (!selection) return
  if (!words.contains(selection.anchorNode)) selection.collapse(words, 0)
  selection.modify('extend', direction, 'word')
}

/** Moves the place where a selection will begin by a word, to the left or right as it is seen. */
export function moveByWord(words: HTMLElement, direction: 'left' | 'right'): void {
  const selection = document.getSelection()
  if (!selection) return
  if (!words.contains(selection.anchorNode)) selection.collapse(words, 0)
  else selection.modify('move', direction, 'word')
}
