import { type Range, StateEffect, StateField } from '@codemirror/state'
import { Decoration, type DecorationSet, EditorView, WidgetType } from '@codemirror/view'
import { type Format, PLAIN } from '#shared/board/formats'
import { listMark } from '#shared/cards/listMarks'
import type { TextBlock } from '#shared/cards/text'

/** What the words look like: the painter's own lines, and the forms of their letters. */
export interface WordsLook {
  readonly block: TextBlock
  readonly formats: readonly Format[]
}

/** Shows the words in these lines from now on. */
export const showLines = StateEffect.define<WordsLook>()

/** UTF-16 units in which the sign of a list's item ends. */
const LONGEST_MARK = 80

class SoftBreak extends WidgetType {
  override toDOM(): HTMLElement {
    return document.createElement('br')
  }
  override get lineBreaks(): number {
    return 1
  }
  override eq(): boolean {
    return true
  }
}

/** The sign of a list's item as it is counted, in the place of the one that was written. */
class CountedMark extends WidgetType {
  readonly #mark: string
  constructor(mark: string) {
    super()
    this.#mark = mark
  }
  override toDOM(): HTMLElement {
    const shown = document.createElement('span')
    shown.textContent = this.#mark
    return shown
  }
  override eq(other: CountedMark): boolean {
    return other.#mark === this.#mark
  }
}

// Before a caret in the same place, which so stands at the beginning of the next line.
const softBreak = Decoration.widget({ widget: new SoftBreak(), side: -1 })
const BOLD = Decoration.mark({ class: 'words-bold' })
const ITALIC = Decoration.mark({ class: 'words-italic' })

/** Breaks lines where the painter breaks them, so that nothing moves when writing begins or ends. */
export const lineLook = StateField.define<DecorationSet>({
  create: () => Decoration.none,
  update(shown, { changes, effects, newDoc }) {
    let next = shown.map(changes)
    for (const effect of effects) if (effect.is(showLines)) next = decorate(effect.value, newDoc.toString())
    return next
  },
  provide: (field) => EditorView.decorations.from(field),
})

function decorate({ block, formats }: WordsLook, text: string): DecorationSet {
  const ranges: Range<Decoration>[] = []
  for (const [at, line] of block.lines.entries()) {
    if (line.start > text.length) break
    if (line.start > 0 && text[line.start - 1] !== '\n') {
      ranges.push(softBreak.range(line.start))
      continue
    }
    const following = block.lines[at + 1]
    const hang = following && text[following.start - 1] !== '\n' ? following.indent : 0
    ranges.push(
      Decoration.line({
        class: line.font.face === 'urdu' ? 'words-urdu' : '',
        attributes: {
          dir: line.direction,
          // Inline styles set by script are not the markup that the page's policy refuses.
          ...(hang > 0 ? { style: `padding-inline-start:${hang}px;text-indent:${-hang}px` } : {}),
        },
      }).range(line.start),
    )
    const written = listMark(text.slice(line.start, line.start + LONGEST_MARK))
    if (line.mark !== undefined && written !== '')
      ranges.push(
        Decoration.replace({ widget: new CountedMark(line.mark) }).range(
          line.start,
          line.start + written.length,
        ),
      )
  }
  for (const { start, end, bold, italic } of formats === PLAIN ? [] : formats) {
    const last = Math.min(end, text.length)
    if (start >= last) continue
    if (bold) ranges.push(BOLD.range(start, last))
    if (italic) ranges.push(ITALIC.range(start, last))
  }
  return Decoration.set(ranges, true)
}
