import type { Box } from '#shared/cards/box'
import type { Brush } from '#shared/cards/brush'
import type { Drawable, PaintContext } from '#shared/cards/kind'
import type { Scene } from '../board/scene'
import type { Look } from './paintContext'

/** Cards above which nobody reads what is on them. */
const MOST = 200
/** A zoom at which no letters are left out for being small. */
const CLOSE = 2

/**
 * The smallest letters that are painted on the cards in a box, world units; infinite where there are none, or more cards
 * than anybody reads at once. Each card is looked through once, and not again before it changes.
 */
export function smallestLetters(scene: Pick<Scene, 'near' | 'countWithin'>, box: Box, look: Look): number {
  if (scene.countWithin(box) > MOST) return Number.POSITIVE_INFINITY
  const context = look.at(CLOSE, null)
  return Math.min(
    ...scene
      .near(box)
      .map((drawable) => context.remember(drawable, 'smallest', () => smallestOf(drawable, context))),
  )
}

function smallestOf(drawable: Drawable, context: PaintContext): number {
  let smallest = Number.POSITIVE_INFINITY
  let enlarged = 1
  const brush: Brush = {
    box() {},
    disc() {},
    shape() {},
    line() {},
    text(words, _x, _baseline, { size }) {
      if (words.trim() !== '') smallest = Math.min(smallest, size * enlarged)
    },
    picture: () => 'painted',
    within(_x, _y, _degrees, scale, paint) {
      enlarged *= scale
      paint()
      enlarged /= scale
    },
    blended: (paint) => paint(),
    clipped: (_x, _y, _width, _height, paint) => paint(),
  }
  drawable.kind.paint(brush, drawable, context)
  return smallest
}
