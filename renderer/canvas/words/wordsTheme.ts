import { EditorView } from '@codemirror/view'
import { LINE_HEIGHT, URDU_HEIGHT } from '#shared/cards/lines'
import { FAMILIES } from '../fonts'

/** CSS pixels, at 100 %, that letters may reach beyond their area: those of Nastaliq and italic ones do. */
export const BEYOND = 8

/** The editor without any look of its own: only what the painter shows, a caret and a selection. */
export const WORDS_THEME = EditorView.theme({
  '&': { blockSize: '100%', backgroundColor: 'transparent', color: 'inherit' },
  '&.cm-focused': { outline: 'none' },
  '.cm-scroller': {
    fontFamily: 'inherit',
    lineHeight: String(LINE_HEIGHT),
    overflowX: 'clip',
    overflowY: 'auto',
    scrollbarWidth: 'none',
  },
  '.cm-content': { padding: `${BEYOND}px`, caretColor: 'currentColor', userSelect: 'text' },
  '.cm-line': { padding: '0' },
  // It is as high as its letters and would make its line higher than the painter's.
  '.cm-widgetBuffer': { blockSize: '0', verticalAlign: 'baseline' },
  '.words-bold': { fontWeight: '600' },
  '.words-italic': { fontStyle: 'italic' },
  '.words-urdu': { fontFamily: FAMILIES.urdu, lineHeight: String(URDU_HEIGHT) },
  '.words-other': { backgroundColor: 'color-mix(in srgb, var(--peer-line) 22%, transparent)' },
  '.words-caret': {
    position: 'relative',
    borderInlineStart: '2px solid var(--peer-line)',
    marginInline: '-1px',
    pointerEvents: 'none',
  },
  '.words-caret-name': {
    position: 'absolute',
    insetBlockEnd: '100%',
    // From the caret to the left as far as it stands to the right: never over the edge of the card.
    left: '-1px',
    padding: '1px 6px',
    borderRadius: '4px',
    backgroundColor: 'var(--peer)',
    color: '#FFFFFF',
    font: `600 11px/1.35 ${FAMILIES.card}`,
    textIndent: '0',
    whiteSpace: 'nowrap',
    zIndex: '1',
  },
  '.words-caret-first .words-caret-name': { insetBlockEnd: 'auto', insetBlockStart: '100%' },
})
