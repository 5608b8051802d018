import { contains, type Point } from './box'
import type { Brush } from './brush'
import { decodeInk } from './ink'
import { paintInk } from './inkPaint'
import { frameInkWidth, outlineOf } from './inkShape'
import type { CardKind, Drawable, FrameDetails, PaintContext, TextArea } from './kind'
import { isLegible, layOut, paintSheet } from './sheet'
import { fitText, paintBars, paintText } from './text'

/** The drawing area of a frame, in frame units; strokes are stored in these. */
export const FRAME_SIZE = [320, 200] as const

const PADDING = 24
const GAP = 16
const TITLE = 44
const CAPTION_GAP = 8
const CAPTION = 76
const PLUS = 44
const CAPTION_SIZES = [17, 16, 15, 14, 13, 12] as const

const [FRAME_WIDTH, FRAME_HEIGHT] = FRAME_SIZE
const TOP = PADDING + TITLE

const leftOf = (place: number): number => PADDING + place * (FRAME_WIDTH + GAP)
const HEIGHT = TOP + FRAME_HEIGHT + CAPTION_GAP + CAPTION + PADDING
/** The upper left corner of a frame's drawing on its card, world units. */
export const frameOrigin = (place: number): Point => [leftOf(place), TOP]

const widthOf = (count: number): number => leftOf(count) + PLUS + PADDING

/** World units that a storyboard with this many frames takes on the wall. */
export const storyboardSize = (count: number): readonly [number, number] => [widthOf(count), HEIGHT]

/** Equal frames in a row, each with a drawing above and a caption below, and a plus after the last. */
export const storyboard: CardKind = {
  type: 'storyboard',
  size: [widthOf(3), HEIGHT],
  smallest: [widthOf(0), HEIGHT],
  resizes: false,
  isWritten: true,
  showsVotes: true,
  place: (card, { frames }) => ({
    x: card.pos[0],
    y: card.pos[1],
    width: widthOf(frames.length),
    height: HEIGHT,
    rotation: 0,
  }),
  hit(drawable, point) {
    const { place, details } = drawable
    if (!contains({ x: 0, y: 0, width: place.width, height: place.height }, point)) return null
    for (const [at, { frame }] of details.frames.entries()) {
      const x = leftOf(at)
      if (contains({ x, y: TOP, width: FRAME_WIDTH, height: FRAME_HEIGHT }, point))
        return { name: 'frame', frame: frame.id, origin: [x, TOP] }
      if (contains(captionBox(at), point)) return { name: 'caption', frame: frame.id }
    }
    const x = leftOf(details.frames.length)
    if (contains({ x, y: TOP, width: PLUS, height: FRAME_HEIGHT }, point)) return { name: 'addFrame' }
    return { name: 'body' }
  },
  textArea(drawable, _context, frame) {
    if (frame === undefined)
      return {
        x: PADDING,
        y: 18,
        width: drawable.place.width - 2 * PADDING - 20,
        height: TITLE - 8,
        text: drawable.card.text,
        font: { face: 'card', weight: 600 },
        sizes: [20, 18, 16, 14],
      }
    const at = drawable.details.frames.findIndex((each) => each.frame.id === frame)
    const details = drawable.details.frames[at]
    return details && captionArea(at, details)
  },
  paint(brush, drawable, context) {
    paintSheet(brush, context.isQuiet ? withoutPlus(drawable) : drawable, context)
    const { colours } = context
    const title = storyboard.textArea(drawable, context)
    if (title && title.text !== '' && context.editing !== drawable.id) {
      if (isLegible(18, context)) {
        const block = layOut(drawable, title, context, 'title')
        paintText(brush, block, title.x, title.y, title.width, colours.ink)
      } else paintBars(brush, title.text, title.x, title.y, title.width, 24, 18, `${colours.ink}66`)
    }
    for (const [at, frame] of drawable.details.frames.entries()) paintFrame(brush, at, frame, context)
    if (context.scale > 0.15 && !context.isQuiet) paintPlus(brush, drawable, context)
  },
}

/** The same sheet, ending after the last frame. */
function withoutPlus(drawable: Drawable): Drawable {
  const { place, details } = drawable
  if (details.frames.length === 0) return drawable
  return { ...drawable, place: { ...place, width: place.width - PLUS - GAP } }
}

const captionBox = (at: number) => ({
  x: leftOf(at),
  y: TOP + FRAME_HEIGHT + CAPTION_GAP,
  width: FRAME_WIDTH,
  height: CAPTION,
})

function captionArea(at: number, { frame, formats }: FrameDetails): TextArea {
  return {
    ...captionBox(at),
    text: frame.caption,
    font: { face: 'card', weight: 400 },
    sizes: CAPTION_SIZES,
    formats,
  }
}

function paintFrame(brush: Brush, at: number, details: FrameDetails, context: PaintContext): void {
  const { colours } = context
  const x = leftOf(at)
  brush.box(x, TOP, FRAME_WIDTH, FRAME_HEIGHT, 6, colours.sheet, colours.controlEdge, colours.edgeWidth)
  brush.clipped(x, TOP, FRAME_WIDTH, FRAME_HEIGHT, () =>
    brush.within(x, TOP, 0, 1, () => {
      for (const stroke of details.strokes) {
        const outline = context.remember(stroke, 'outline', () =>
          outlineOf(stroke.ink ? decodeInk(stroke.ink) : [], frameInkWidth(stroke), stroke.pen),
        )
        paintInk(brush, outline, stroke, context.colours)
      }
    }),
  )
  if (isLegible(13, context)) {
    brush.disc(x + 18, TOP + 18, 11, colours.ink)
    const font = { face: 'card', size: 13, weight: 600 } as const
    const figure = String(at + 1)
    const half = context.measure.width(figure, font) / 2
    brush.text(figure, x + 18 - half, TOP + 22.5, font, colours.paper, 'ltr')
  }
  if (context.editing === details.frame.id) return
  const area = captionArea(at, details)
  if (area.text === '') {
    if (context.scale > 0.3 && !context.isQuiet)
      brush.line([x, area.y + 24, x + FRAME_WIDTH * 0.6, area.y + 24], colours.hairline, 1.5)
  } else if (isLegible(16, context)) {
    const block = context.remember(details.frame, 'caption', () =>
      fitText(area.text, area.width, area.height, area.sizes, area.font, context.measure, details.formats),
    )
    paintText(brush, block, area.x, area.y, area.width, colours.ink)
  } else paintBars(brush, area.text, area.x, area.y, area.width, area.height, 16, `${colours.ink}66`)
}

function paintPlus(brush: Brush, drawable: Drawable, { colours }: PaintContext): void {
  const x = leftOf(drawable.details.frames.length)
  brush.box(x, TOP, PLUS, FRAME_HEIGHT, 6, `${colours.well}AA`, colours.hairline, 1.5)
  const cx = x + PLUS / 2
  const cy = TOP + FRAME_HEIGHT / 2
  brush.line([cx - 9, cy, cx + 9, cy], colours.ink2, 2)
  brush.line([cx, cy - 9, cx, cy + 9], colours.ink2, 2)
}
