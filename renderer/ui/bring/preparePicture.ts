import { failed, type Result, success } from '#shared/failure'
import { MAX_PICTURE, readPicture } from '#shared/picture/picture'

/** Pixels of the long side: sharp on a projector, and a fraction of what a phone's camera makes. */
const LONGEST = 2560
/** Bytes of a file that is still opened; a photo has a tenth of it. */
const LARGEST_FILE = 100 * 1024 * 1024
/** Pixels that are still decoded here. */
const MOST_PIXELS = 120_000_000
/** Bytes up to which a picture without loss is worth it: letters in a screenshot stay crisp. */
const CRISP = 1.5 * 1024 * 1024

/**
 * Makes of any picture that this browser can show one for the wall: upright, no larger than needed, still, and
 * painted anew, so that nothing is left of where and with what it was taken.
 */
export async function preparePicture(file: Blob): Promise<Result<Blob>> {
  if (file.size === 0) return failed('emptyFile')
  if (file.size > LARGEST_FILE) return failed('pictureTooLarge', `${file.size} bytes`)
  // A small file can claim to be enormous: asked before anything is decoded.
  const header = readPicture(new Uint8Array(await file.arrayBuffer()))
  if (header && header.width * header.height > MOST_PIXELS) return failed('pictureTooLarge')
  const bitmap = await createImageBitmap(file).catch(() => null)
  if (!bitmap) return failed('notAPicture')
  try {
    const canvas = painted(bitmap)
    const isPhoto = header?.type === 'image/jpeg'
    const picture = await (isPhoto ? encoded(canvas, 'image/jpeg', 0.86) : crisp(canvas))
    return picture.size > MAX_PICTURE ? failed('pictureTooLarge', `${picture.size} bytes`) : success(picture)
  } catch (error) {
    return failed('notAPicture', String(error))
  } finally {
    bitmap.close()
  }
}

function painted(bitmap: ImageBitmap): HTMLCanvasElement {
  const scale = Math.min(1, LONGEST / Math.max(bitmap.width, bitmap.height))
  const canvas = document.createElement('canvas')
  canvas.width = Math.max(1, Math.round(bitmap.width * scale))
  canvas.height = Math.max(1, Math.round(bitmap.height * scale))
  const context = canvas.getContext('2d')
  if (!context) throw new Error('no 2D canvas')
  context.imageSmoothingQuality = 'high'
  context.drawImage(bitmap, 0, 0, canvas.width, canvas.height)
  return canvas
}

/** Without loss when that is small enough; else what can be see-through in places, else on white paper. */
async function crisp(canvas: HTMLCanvasElement): Promise<Blob> {
  const exact = await encoded(canvas, 'image/png')
  if (exact.size <= CRISP) return exact
  const smaller = await encoded(canvas, 'image/webp', 0.9)
  // Not every browser writes WebP; it says so by answering with a PNG.
  if (smaller.type === 'image/webp') return smaller
  const context = canvas.getContext('2d')
  if (context) {
    context.globalCompositeOperation = 'destination-over'
    context.fillStyle = '#FFFFFF'
    context.fillRect(0, 0, canvas.width, canvas.height)
  }
  return encoded(canvas, 'image/jpeg', 0.9)
}

function encoded(canvas: HTMLCanvasElement, type: string, quality?: number): Promise<Blob> {
  return new Promise((resolve, reject) =>
    canvas.toBlob((blob) => (blob ? resolve(blob) : reject(new Error('not encoded'))), type, quality),
  )
}
