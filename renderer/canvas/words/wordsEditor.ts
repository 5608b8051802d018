import { Annotation, type ChangeSpec, EditorState, type Transaction } from '@codemirror/state'
import { EditorView, keymap, placeholder, type ViewUpdate } from '@codemirror/view'
import type * as Y from 'yjs'
import type { TextChange } from '#shared/board/actions/cardText'
import { writtenText } from '#shared/board/actions/cardText'
import { anchorAt } from '#shared/board/anchor'
import { FORMS, hasForm } from '#shared/board/formats'
import { typedMark } from '#shared/cards/lists'
import { commandOf } from '../../board/commands/commands'
import type { Session } from '../../board/session'
import type { Edited } from '../../board/tools/edit'
import { changeEdited, editedFormats, writtenOf } from '../../board/writing'
import { keysOf } from '../listen'
import { adoptStyles } from './adoptStyles'
import { lineLook, showLines, type WordsLook } from './lineLook'
import { otherCarets, showCarets } from './otherCarets'
import { readCarets } from './readCarets'
import { make, WORDS_KEYS } from './wordsKeys'
import { WORDS_THEME } from './wordsTheme'

/** A field for the words of one card, which several people may write in at once. */
export interface WordsEditor {
  /** Shows the words in these lines. */
  look(look: WordsLook): void
  /** Takes over what a part that is replaced as a whole says now. */
  take(text: string): void
  focus(): void
  dispose(): void
}

/** What came from the document, by somebody else or by an undo, and is not to be written again. */
const arrived = Annotation.define<true>()

export interface Beginning {
  /** What the field is called. */
  readonly label: string
  /** Shown while nothing is written. */
  readonly invitation: string
  /** Where the caret stands, UTF-16 units; null: at the end. */
  readonly caret: number | null
  /** Called in the same step as every change, before it, with what the words will be. */
  makeRoom(text: string): void
  /** The colour of a thin line that stands for a peer. */
  lineOf(peer: number): string
  /** Called when the person has done with it, by a key that goes back to the wall or otherwise. */
  end(goesToWall: boolean): void
}

/**
 * Edits what is being edited, letter by letter: what is typed goes into the shared words as insertions and
 * deletions, and what others write comes out of them as such, so that nobody's caret leaves its words.
 */
export function createWordsEditor(
  parent: HTMLElement,
  session: Session,
  edited: Edited,
  { label, invitation, caret, makeRoom, lineOf, end }: Beginning,
): WordsEditor {
  const { replica, presence, undo, writing } = session
  const written = writtenOf(edited)
  const text = written ? writtenText(replica.doc, written) : undefined
  let isWriting = false
  let isOver = false
  const begin = Math.min(caret ?? edited.text.length, edited.text.length)

  const write = (transaction: Transaction) => {
    const changes = changesOf(transaction)
    const formats = editedFormats(session)
    const chosen = writing.get()?.forms
    const formed = changes.map((change) => {
      if (chosen) return { ...change, forms: chosen }
      // What replaces letters looks like the first of them.
      const { start, end: last } = change
      if (last === start) return change
      return { ...change, forms: FORMS.filter((form) => hasForm(formats, start, start + 1, form)) }
    })
    isWriting = true
    replica.doc.transact(() => {
      makeRoom(transaction.newDoc.toString())
      changeEdited(session, formed)
    }, session.writer.origin)
    isWriting = false
    if (text) take(text.toString())
  }

  const take = (next: string) => {
    const present = view.state.doc.toString()
    if (present !== next) arrive([differenceOf(present, next)])
  }
  const arrive = (changes: ChangeSpec) => view.dispatch({ changes, annotations: arrived.of(true) })

  const follow = (update: ViewUpdate) => {
    for (const transaction of update.transactions) {
      if (transaction.annotation(arrived) === true) continue
      if (transaction.docChanged) write(transaction)
      // Whoever goes elsewhere in the words begins something new, however soon: one undo does not take both.
      else if (transaction.selection && !update.view.composing) undo.mark()
    }
    if (!update.docChanged && !update.selectionSet) return
    const { from, to } = update.state.selection.main
    const before = writing.get()
    const keepsForms = before && !update.docChanged && before.start === from && before.end === to
    writing.set({ start: from, end: to, forms: keepsForms ? before.forms : null })
    showCaret(update.state)
  }
  const showCaret = ({ selection, doc }: EditorState) => {
    if (!text || text.length !== doc.length) return
    const { anchor, head } = selection.main
    presence.write({ head: anchorAt(text, head, 'end'), anchor: anchorAt(text, anchor, 'end') })
  }

  adoptStyles(document)
  const view = new EditorView({
    parent,
    state: EditorState.create({
      doc: edited.text,
      selection: { anchor: begin },
      extensions: [
        // A carriage return is a letter like others: the shared words count it.
        EditorState.lineSeparator.of('\n'),
        EditorView.perLineTextDirection.of(true),
        EditorView.contentAttributes.of({
          class: 'wall-editor',
          'aria-label': label,
          'aria-multiline': 'true',
          spellcheck: 'false',
        }),
        invitation === '' ? [] : placeholder(invitation),
        WORDS_THEME,
        lineLook,
        otherCarets,
        keymap.of([...WORDS_KEYS]),
        EditorView.inputHandler.of((editor, from, to, words) => typeMark(editor, from, to, words)),
        EditorView.domEventHandlers({
          keydown: (event) => press(event),
          // A field that goes loses the focus too.
          blur: () => void (isOver || end(false)),
          beforeinput(event) {
            if (event.inputType !== 'historyUndo' && event.inputType !== 'historyRedo') return false
            event.preventDefault()
            if (event.inputType === 'historyUndo') undo.undo()
            else undo.redo()
            return true
          },
        }),
        EditorView.updateListener.of(follow),
      ],
    }),
  })

  const press = (event: KeyboardEvent): boolean => {
    if (event.isComposing) return false
    if (event.key === 'Escape' || (event.key === 'Enter' && keysOf(event).mod)) {
      event.preventDefault()
      event.stopPropagation()
      end(true)
      return true
    }
    const command = commandOf({ kind: 'keyDown', key: event.key, code: event.code, ...keysOf(event) })
    const isOurs = command?.reach === 'words' || command?.id === 'undo' || command?.id === 'redo'
    if (!isOurs) return false
    event.preventDefault()
    event.stopPropagation()
    if (command.isPossible(session)) command.run(session)
    return true
  }

  const come = (event: Y.YTextEvent) => {
    if (isWriting) return
    const changes: ChangeSpec[] = []
    let at = 0
    for (const { retain = 0, delete: gone = 0, insert } of event.delta) {
      at += retain
      if (typeof insert === 'string') changes.push({ from: at, insert })
      if (gone > 0) changes.push({ from: at, to: at + gone })
      at += gone
    }
    if (changes.length > 0) arrive(changes)
    if (text) take(text.toString())
  }
  const alongOf = (head: number) => {
    const { left, width } = view.contentDOM.getBoundingClientRect()
    const at = view.coordsAtPos(Math.min(head, view.state.doc.length))
    // In steps of a tenth, so that a sign is made anew only where it shows.
    return at && width > 0 ? Math.round(Math.max(0, Math.min(1, (at.left - left) / width)) * 10) / 10 : 0
  }
  const showOthers = () => {
    if (text) view.dispatch({ effects: showCarets.of(readCarets(session, text, lineOf, alongOf)) })
  }
  text?.observe(come)
  const unsubscribe = replica.presences.subscribe(showOthers)
  showOthers()
  writing.set({ start: begin, end: begin, forms: null })
  showCaret(view.state)

  return {
    look: (look) => view.dispatch({ effects: showLines.of(look) }),
    take,
    focus: () => view.focus(),
    dispose() {
      isOver = true
      text?.unobserve(come)
      unsubscribe()
      writing.set(null)
      view.destroy()
    },
  }
}

function changesOf({ changes }: Transaction): TextChange[] {
  const found: TextChange[] = []
  changes.iterChanges((start, end, _from, _to, inserted) => {
    found.push({ start, end, words: inserted.toString() })
  })
  return found
}

/** The one smallest replacement between two texts. */
function differenceOf(present: string, next: string): { from: number; to: number; insert: string } {
  const most = Math.min(present.length, next.length)
  let same = 0
  while (same < most && present[same] === next[same]) same++
  let tail = 0
  while (tail < most - same && present.at(-1 - tail) === next.at(-1 - tail)) tail++
  return { from: same, to: present.length - tail, insert: next.slice(same, next.length - tail) }
}

function typeMark(view: EditorView, from: number, to: number, words: string): boolean {
  if (words !== ' ' || from !== to || view.composing) return false
  const text = view.state.doc.toString()
  const change = typedMark(`${text.slice(0, from)} ${text.slice(from)}`, from + 1)
  return change !== undefined && make(view, { start: change.start, end: from, words: change.words })
}
