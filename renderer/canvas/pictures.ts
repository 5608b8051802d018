/** Square bitmaps to paint on. Making a canvas costs more than wiping one, so those given back are used again. */
export interface Pictures {
  /** An empty one: of blank paper, or clear. */
  take(): HTMLCanvasElement
  giveBack(picture: HTMLCanvasElement | null | undefined): void
  /** Empties a part, device pixels; the context's transform is the identity. */
  wipe(context: CanvasRenderingContext2D, x: number, y: number, width: number, height: number): void
  contextOf(picture: HTMLCanvasElement): CanvasRenderingContext2D
}

/** Device pixels along each edge of a picture. */
export const TILE_SIDE = 512
const MOST_SPARE = 24

/** Makes bitmaps. `paper` is what they are made of, a CSS colour; null to see through them. */
export function createPictures(paper: (() => string) | null): Pictures {
  const spare: HTMLCanvasElement[] = []

  // A bitmap that hides what is below it is copied, not blended: half the cost of a frame in software.
  const contextOf = (picture: HTMLCanvasElement): CanvasRenderingContext2D => {
    const context = picture.getContext('2d', { alpha: paper === null })
    if (!context) throw new Error('no 2D canvas')
    return context
  }

  const wipe: Pictures['wipe'] = (context, x, y, width, height) => {
    if (!paper) return context.clearRect(x, y, width, height)
    context.fillStyle = paper()
    context.fillRect(x, y, width, height)
  }

  return {
    contextOf,
    wipe,
    take() {
      const picture = spare.pop() ?? document.createElement('canvas')
      if (picture.width !== TILE_SIDE) {
        picture.width = TILE_SIDE
        picture.height = TILE_SIDE
      }
      const context = contextOf(picture)
      context.setTransform(1, 0, 0, 1, 0, 0)
      wipe(context, 0, 0, TILE_SIDE, TILE_SIDE)
      return picture
    },
    giveBack(picture) {
      if (picture && spare.length < MOST_SPARE) spare.push(picture)
    },
  }
}
