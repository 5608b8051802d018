import { z } from 'zod'
import { TINTS } from '../board/vocabulary'
import { directionOf } from '../language'
import { layOutWorkshop } from './layout'
import { WORKSHOP_KINDS, type Workshop } from './workshop'
import { WORKSHOP_CARD_KINDS } from './workshopSchema'

/** A small drawing of the wall that a template begins with: boxes, in world units from its top left corner. */
export const templatePicture = z.object({
  width: z.number(),
  height: z.number(),
  boxes: z.array(
    z.object({
      kind: z.enum(WORKSHOP_CARD_KINDS),
      tint: z.enum(TINTS),
      x: z.number(),
      y: z.number(),
      width: z.number(),
      height: z.number(),
      /** How long its words are, in UTF-16 units. */
      words: z.number().int(),
    }),
  ),
})
export type TemplatePicture = z.infer<typeof templatePicture>

/** Draws the wall that `buildWorkshop` makes of a template without quotes. Themes come first: they lie below. */
export function drawTemplate({ cards, columns, language }: Workshop): TemplatePicture {
  const places = layOutWorkshop(cards, () => '', { columns, mirrors: directionOf(language) === 'rtl' })
  const boxes = [...cards]
    .sort((a, b) => Number(b.kind === 'theme') - Number(a.kind === 'theme'))
    .flatMap(({ id, kind, tint, text }) => {
      const place = places.get(id)
      return place ? [{ ...place, kind, tint: tint ?? WORKSHOP_KINDS[kind].tint, words: text.length }] : []
    })
  return {
    width: Math.max(1, ...boxes.map(({ x, width }) => x + width)),
    height: Math.max(1, ...boxes.map(({ y, height }) => y + height)),
    boxes,
  }
}
