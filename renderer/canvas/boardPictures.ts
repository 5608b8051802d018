import { readPicture } from '#shared/picture/picture'
import type { Replica } from '../board/replica'
import { createScaledPictures, type ScaledPictures } from './scaledPictures'

const MEGABYTE = 1024 * 1024

/** Those of every board on the screen; they go with it. */
const known = new WeakMap<Replica['pictures'], ScaledPictures>()

/** The pictures of a board, the same for every wall and thumbnail that paints it. */
export function picturesOf({ pictures: line }: Pick<Replica, 'pictures'>): ScaledPictures {
  const pictures = known.get(line) ?? createScaledPictures({ fetch: line.fetch, decode }, limitsHere())
  known.set(line, pictures)
  return pictures
}

/** Phones have little memory, and end a page that takes much of it. */
function limitsHere() {
  const isSmall = matchMedia('(pointer: coarse)').matches && Math.min(screen.width, screen.height) < 600
  return { bitmaps: (isSmall ? 64 : 192) * MEGABYTE, files: (isSmall ? 24 : 64) * MEGABYTE }
}

/** Decodes away from the main thread, at once in the size that is wanted. */
async function decode(picture: Blob, longest: number): Promise<ImageBitmap> {
  const header = readPicture(new Uint8Array(await picture.arrayBuffer()))
  if (!header) throw new Error('not a picture')
  const { width, height } = header
  const scale = longest / Math.max(width, height)
  if (scale >= 1) return createImageBitmap(picture)
  return createImageBitmap(picture, {
    resizeWidth: Math.max(1, Math.round(width * scale)),
    resizeHeight: Math.max(1, Math.round(height * scale)),
    resizeQuality: 'medium',
  })
}
