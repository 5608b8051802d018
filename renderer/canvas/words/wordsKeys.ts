import { EditorSelection } from '@codemirror/state'
import type { EditorView, KeyBinding } from '@codemirror/view'
import type { TextChange } from '#shared/board/actions/cardText'
import { breakList, eraseMark, indentList } from '#shared/cards/lists'

/** The keys that mean something else in a list, or in lines that the painter breaks. */
export const WORDS_KEYS: readonly KeyBinding[] = [
  { key: 'Enter', run: (view) => make(view, breakList(...selected(view)) ?? lineEnd(view)) },
  { key: 'Backspace', run: (view) => make(view, eraseMark(...selected(view))) },
  { key: 'Tab', run: (view) => make(view, indentList(...selected(view), true)) },
  { key: 'End', run: (view) => goToEnd(view, false), shift: (view) => goToEnd(view, true) },
  { key: 'Shift-Tab', run: (view) => make(view, indentList(...selected(view), false)) },
]

/** To the end of the line as it is seen: the space at which it breaks stands at the beginning of the next one. */
function goToEnd(view: EditorView, keepsAnchor: boolean): boolean {
  const { main } = view.state.selection
  const { head, assoc } = view.moveToLineBoundary(main, true)
  const line = view.state.doc.lineAt(head)
  const isBroken = head < line.to && /\s/u.test(view.state.sliceDoc(head - 1, head))
  const end = isBroken ? head - 1 : head
  view.dispatch({
    selection: keepsAnchor ? EditorSelection.range(main.anchor, end) : EditorSelection.cursor(end, assoc),
    scrollIntoView: true,
  })
  return true
}

function selected({ state }: EditorView): [string, number, number] {
  const { from, to } = state.selection.main
  return [state.doc.toString(), from, to]
}

function lineEnd({ state }: EditorView): TextChange {
  const { from, to } = state.selection.main
  return { start: from, end: to, words: '\n' }
}

/** Makes changes with the caret after what is new; false when there are none to make. */
export function make(view: EditorView, change: TextChange | TextChange[] | undefined): boolean {
  if (change === undefined) return false
  const changes = (Array.isArray(change) ? change : [change]).map(({ start, end, words }) => ({
    from: start,
    to: end,
    insert: words,
  }))
  const set = view.state.changes(changes)
  view.dispatch({
    changes: set,
    selection: view.state.selection.map(set, 1),
    scrollIntoView: true,
    userEvent: 'input',
  })
  return true
}
