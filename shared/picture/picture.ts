import { z } from 'zod'
import { readJpeg } from './jpeg'
import { readPng } from './png'
import { readWebp } from './webp'

/** The pictures that a board file holds. */
export const PICTURE_TYPES = ['image/jpeg', 'image/png', 'image/webp'] as const
export type PictureType = (typeof PICTURE_TYPES)[number]

/** Bytes of one picture on its way to the hub. */
export const MAX_PICTURE = 8 * 1024 * 1024

/** Pixels of one picture: a small file can claim to be enormous, and fill the memory of whoever paints it. */
export const MAX_PIXELS = 16 * 1024 * 1024

/** The path under which the hub takes and gives pictures; `PICTURE_PATH/<asset>` is one of them. */
export const PICTURE_PATH = '/pictures'

/** A picture as a file brings it, by its header. */
export interface PictureFile {
  readonly type: PictureType
  /** Pixels. */
  readonly width: number
  readonly height: number
  /** The same picture and nothing else. */
  readonly bytes: Uint8Array
}

/** A picture that a board file holds. */
export const keptPicture = z.object({
  asset: z.string().regex(/^[0-9a-f]{64}$/),
  /** Its width and height. */
  pixels: z.tuple([z.number().int().positive(), z.number().int().positive()]),
})
export type KeptPicture = z.infer<typeof keptPicture>

/** True for what may name a picture. */
export const isAsset = (name: string): boolean => /^[0-9a-f]{64}$/.test(name)

/**
 * Reads a JPEG, PNG or WebP picture by what its bytes are, whatever its name says. Undefined for everything else, for
 * one that is cut off or moves, and for one without pixels.
 */
export function readPicture(bytes: Uint8Array): PictureFile | undefined {
  return readJpeg(bytes) ?? readPng(bytes) ?? readWebp(bytes)
}
