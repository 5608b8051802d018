import { addCards } from '#shared/board/actions/manyCards'
import type { Point } from '#shared/cards/box'
import { imageSize, MOUNT } from '#shared/cards/image'
import type { KeptPicture } from '#shared/picture/picture'
import type { Session } from '../session'
import { inRows, rowsOf } from './layOut'

/** World units: several pictures have the same height, as on a shelf. */
const ROW_HEIGHT = 240
const WIDEST = 640
const IN_ONE_ROW = 5

type Place = Pick<Session, 'records' | 'undo' | 'writer' | 'selection' | 'editing'>

/** Puts pictures that the board has on the wall, in a row around a point, and selects them. One undo step. */
export function placePictures(session: Place, pictures: readonly KeptPicture[], at: Point): string[] {
  if (pictures.length === 0) return []
  const { stage } = session.records.singleton('meta')
  const sized = pictures.map((picture) => ({
    picture,
    size: pictures.length === 1 ? imageSize(picture.pixels) : sizeInRow(picture),
  }))
  const rows = rowsOf(sized, IN_ONE_ROW)
  const places = inRows(
    rows.map((row) => row.map(({ size }) => size)),
    at,
  )
  session.editing.set(null)
  session.undo.mark()
  const ids = addCards(
    session.writer,
    rows.flat().map(({ picture, size: [width, height] }, index) => ({
      type: 'image',
      tint: 'white',
      stage,
      asset: picture.asset,
      pixels: [...picture.pixels],
      pos: places[index] ?? at,
      size: [width, height, 0],
    })),
  )
  session.undo.mark()
  session.selection.set(ids)
  return ids
}

function sizeInRow({ pixels: [width, height] }: KeptPicture): [number, number] {
  const scale = Math.min(ROW_HEIGHT / height, WIDEST / width)
  return [
    Math.max(80, Math.round(width * scale) + 2 * MOUNT),
    Math.max(64, Math.round(height * scale) + 2 * MOUNT),
  ]
}
