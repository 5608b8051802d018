import type { Brush } from './brush'
import { innerArea, paintFoot } from './foot'
import { type CardKind, type Drawable, hitBody, type PaintContext, placeOf, type TextArea } from './kind'
import { isLegible, paintArea, paintSheet, SHEET_PADDING } from './sheet'
import { textDirection } from './text'

const NAME_SIZES = [18, 17, 16, 15, 14, 13] as const
const FIGURE = { face: 'card', size: 30, weight: 600 } as const
const UNIT = { face: 'card', size: 15, weight: 400 } as const
const SMALL_PRINT = { face: 'card', weight: 400 } as const
const STATUS_SIZES = [13, 12] as const
const ARROW = 28

/** Something to be counted: its name, where it stands and where it is to come, and whether that was seen or is hoped. */
export const measure: CardKind = {
  type: 'measure',
  size: [260, 150],
  smallest: [180, 120],
  resizes: true,
  isWritten: false,
  place: placeOf,
  hit: hitBody,
  textArea: () => undefined,
  paint(brush, drawable, context) {
    paintSheet(brush, drawable, context)
    const { colours, words } = context
    const record = drawable.details.measure
    const inner = innerArea(drawable)
    const name: TextArea = {
      ...inner,
      width: Math.max(8, inner.width - 14),
      height: Math.max(18, inner.height - 68),
      text: record?.name || words.unnamed,
      font: { face: 'card', weight: 600 },
      sizes: NAME_SIZES,
    }
    paintArea(brush, drawable, name, context, colours.ink, 'name')
    if (record) {
      const bottom = inner.y + inner.height
      if (isLegible(FIGURE.size / 2, context)) paintFigures(brush, drawable, bottom - 30, context)
      const status = { ...inner, y: bottom - 18, height: 18, text: words.measured[record.status] }
      paintArea(
        brush,
        drawable,
        { ...status, font: SMALL_PRINT, sizes: STATUS_SIZES },
        context,
        colours.ink2,
        'status',
      )
    }
    paintFoot(brush, drawable, context)
  },
}

/** From the first figure to the second, the way the name reads. */
function paintFigures(brush: Brush, drawable: Drawable, baseline: number, context: PaintContext): void {
  const { measure: record } = drawable.details
  if (!record) return
  const { colours, measure: letters } = context
  const isRight = textDirection(record.name) === 'rtl'
  const onward = isRight ? -1 : 1
  let x = isRight ? drawable.place.width - SHEET_PADDING : SHEET_PADDING
  const figure = (value: number) => {
    const shown = String(Math.round(value * 100) / 100)
    const width = letters.width(shown, FIGURE)
    brush.text(shown, isRight ? x - width : x, baseline, FIGURE, colours.ink, 'ltr')
    x += onward * (width + 10)
  }
  figure(record.baseline)
  const tip = x + onward * ARROW
  const y = baseline - 10
  const head = tip - onward * 7
  brush.line([x, y, tip, y], colours.ink2, 2.5)
  brush.line([head, y - 6, tip, y, head, y + 6], colours.ink2, 2.5)
  x = tip + onward * 10
  figure(record.target)
  if (record.unit === '') return
  const direction = textDirection(record.unit, isRight ? 'rtl' : 'ltr')
  const width = letters.width(record.unit, UNIT)
  const start = isRight ? x - width : x
  brush.text(
    record.unit,
    direction === 'rtl' ? start + width : start,
    baseline,
    UNIT,
    colours.ink2,
    direction,
  )
}
