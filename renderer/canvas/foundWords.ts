import type { Box } from '#shared/cards/box'
import type { Drawable } from '#shared/cards/kind'
import { formatsIn, layOut } from '#shared/cards/sheet'
import { placesOf } from '#shared/cards/wordPlaces'
import { rangesOf, searchable, type Terms } from '#shared/search/find'
import type { Camera } from '../board/camera'
import type { Look } from './paintContext'

/** CSS pixels below which nobody reads letters: the ring around the card says enough. */
const LEAST_LETTERS = 6

/** Further away the name of a frame is larger than it is written. */
const LEAST_FRAME_ZOOM = 0.65

/** Marks the found words on a card, by their colour and by a line under them, in CSS pixels. False when none can be read. */
export function paintFoundWords(
  context: CanvasRenderingContext2D,
  camera: Camera,
  look: Look,
  drawable: Drawable,
  query: string,
  terms: Terms,
): boolean {
  const { zoom } = camera.view.get()
  const { place, card } = drawable
  // Its name grows as one goes away.
  if (card.type === 'frame' && zoom < LEAST_FRAME_ZOOM) return false
  const found = foundOn(drawable, look, query, terms).filter(({ size }) => size * zoom >= LEAST_LETTERS)
  if (found.length === 0) return false
  const [cx, cy] = camera.toScreen([place.x + place.width / 2, place.y + place.height / 2])
  context.save()
  context.translate(cx, cy)
  context.rotate((place.rotation * Math.PI) / 180)
  context.scale(zoom, zoom)
  context.translate(-place.width / 2, -place.height / 2)
  for (const { box, size } of found) {
    const top = box.y + box.height / 2 - size * 0.62
    context.fillStyle = `${look.colours.accent}3D`
    context.fillRect(box.x - 1, top, box.width + 2, size * 1.24)
    context.fillStyle = look.colours.accent
    context.fillRect(box.x - 1, top + size * 1.24, box.width + 2, Math.max(1.5, size * 0.1))
  }
  context.restore()
  return true
}

interface FoundWord {
  readonly box: Box
  /** World units of its letters. */
  readonly size: number
}

/** Once per snapshot, look and query: a search stays while people move about. */
function foundOn(drawable: Drawable, look: Look, query: string, terms: Terms): readonly FoundWord[] {
  const context = look.at(1, null)
  return context.remember(drawable, `found ${query}`, () =>
    partsOf(drawable).flatMap((part) => {
      const area = drawable.kind.textArea(drawable, context, part)
      if (!area || area.text === '') return []
      const ranges = rangesOf(searchable(area.text), terms)
      if (ranges.length === 0) return []
      const block = layOut(drawable, area, context, `found in ${part ?? ''}`)
      const size = block.font.size
      return placesOf(block, area, ranges, formatsIn(drawable, area), context.measure).map((box) => ({
        box,
        size,
      }))
    }),
  )
}

/** Where words are written on a card. */
function partsOf({ card, details }: Drawable): (string | undefined)[] {
  const own = [undefined, ...details.frames.map(({ frame }) => frame.id)]
  if (card.type !== 'insight') return own
  return [...own, ...(details.quote ? ['quote'] : []), ...(card.why === '' ? [] : ['why'])]
}
