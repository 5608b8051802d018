/** `card` is for what people write, `reading` for what people said, `urdu` for Nastaliq. */
export interface Font {
  readonly face: 'card' | 'reading' | 'urdu'
  /** World units. */
  readonly size: number
  readonly weight: 400 | 600
  readonly italic?: boolean
}

export type Direction = 'ltr' | 'rtl'

/** What became of a picture: its bytes may still be on their way, or the board may not have them. */
export type PictureState = 'painted' | 'waiting' | 'missing'

/**
 * The few strokes every painter is made of, so that one painter serves screen, PNG, SVG and PDF.
 * Coordinates are world units in the innermost `within`; colours are CSS colours.
 */
export interface Brush {
  /** A rectangle with rounded corners, filled and then edged; null leaves that part out. */
  box(
    x: number,
    y: number,
    width: number,
    height: number,
    radius: number,
    fill: string | null,
    edge?: string | null,
    edgeWidth?: number,
  ): void
  disc(x: number, y: number, radius: number, fill: string): void
  /** A closed shape through these points (x and y in turn); `isRound` bends the edges between them. */
  shape(points: ArrayLike<number>, fill: string, isRound?: boolean): void
  /** An open line through these points (x and y in turn). */
  line(points: ArrayLike<number>, colour: string, width: number): void
  /** `x` is where the first letter starts: the left edge of left-to-right words, the right edge of others. */
  text(words: string, x: number, baseline: number, font: Font, colour: string, direction: Direction): void
  /** Fills a box with a picture of the board; when it is not `painted`, nothing is. */
  picture(asset: string, x: number, y: number, width: number, height: number): PictureState
  /** Paints with the origin moved to (x, y), then turned by `degrees`, then scaled. */
  within(x: number, y: number, degrees: number, scale: number, paint: () => void): void
  /** Paints so that what is below shows through, as it does under a highlighter. */
  blended(paint: () => void, onDark?: boolean): void
  /** Paints only inside a rectangle. */
  clipped(x: number, y: number, width: number, height: number, paint: () => void): void
}

/** How wide words are, in world units. */
export interface Measure {
  width(words: string, font: Font): number
}
