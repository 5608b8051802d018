import { type Range, StateEffect, StateField, type Text } from '@codemirror/state'
import { Decoration, type DecorationSet, EditorView, WidgetType } from '@codemirror/view'

/** Where somebody else writes in the same words. */
export interface OtherCaret {
  readonly name: string
  /** Behind the name. */
  readonly colour: string
  /** Of the caret itself, and of what is selected. */
  readonly line: string
  /** UTF-16 units, like all below. */
  readonly head: number
  readonly start: number
  readonly end: number
  /** How far along the line it stands, from 0 at the left to 1 at the right; its name keeps to the card by that. */
  readonly along: number
}

interface Shown extends OtherCaret {
  /** There is no room above the first line: the name stands below. */
  readonly isFirst: boolean
}

/** Shows these carets, and no others, from now on. */
export const showCarets = StateEffect.define<readonly OtherCaret[]>()

class CaretSign extends WidgetType {
  readonly #caret: Shown

  constructor(caret: Shown) {
    super()
    this.#caret = caret
  }

  override eq({ caret }: CaretSign): boolean {
    const { name, colour, line, along, isFirst } = this.#caret
    const isAlike = caret.name === name && caret.colour === colour && caret.line === line
    return isAlike && caret.along === along && caret.isFirst === isFirst
  }

  get caret(): Shown {
    return this.#caret
  }

  override toDOM(): HTMLElement {
    const sign = document.createElement('span')
    const { name: called, colour, line, along, isFirst } = this.#caret
    sign.className = isFirst ? 'words-caret words-caret-first' : 'words-caret'
    sign.style.setProperty('--peer', colour)
    sign.style.setProperty('--peer-line', line)
    const name = document.createElement('span')
    name.className = 'words-caret-name'
    name.dir = 'auto'
    name.style.transform = `translateX(${-100 * along}%)`
    name.textContent = called
    if (called !== '') sign.append(name)
    return sign
  }

  override ignoreEvent(): boolean {
    return true
  }
}

/** Other people's carets; they go with their words until their owners say more. */
export const otherCarets = StateField.define<DecorationSet>({
  create: () => Decoration.none,
  update(shown, { changes, effects, newDoc }) {
    let next = shown.map(changes)
    for (const effect of effects) if (effect.is(showCarets)) next = decorate(effect.value, newDoc)
    return next
  },
  provide: (field) => EditorView.decorations.from(field),
})

function decorate(carets: readonly OtherCaret[], doc: Text): DecorationSet {
  const { length } = doc
  const ranges: Range<Decoration>[] = []
  for (const caret of carets) {
    const end = Math.min(caret.end, length)
    if (caret.start < end)
      ranges.push(
        Decoration.mark({
          class: 'words-other',
          attributes: { style: `--peer-line:${caret.line}` },
        }).range(caret.start, end),
      )
    const head = Math.min(caret.head, length)
    const widget = new CaretSign({ ...caret, isFirst: head <= doc.line(1).to })
    ranges.push(Decoration.widget({ widget, side: 1 }).range(head))
  }
  return Decoration.set(ranges, true)
}
