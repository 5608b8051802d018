import { createHash } from 'node:crypto'
import { failed, success } from '#shared/failure'
import { readPicture } from '#shared/picture/picture'
import type { PictureLine } from '../../renderer/board/pictureLine'

/** Pictures without a hub. */
export function createMemoryPictures(): PictureLine & { readonly kept: ReadonlyMap<string, Blob> } {
  const kept = new Map<string, Blob>()
  return {
    kept,
    async send(blob) {
      const picture = readPicture(new Uint8Array(await blob.arrayBuffer()))
      if (!picture) return failed('notAPicture')
      const asset = createHash('sha256').update(picture.bytes).digest('hex')
      kept.set(asset, new Blob([new Uint8Array(picture.bytes)], { type: picture.type }))
      return success({ asset, pixels: [picture.width, picture.height] })
    },
    async fetch(asset) {
      const blob = kept.get(asset)
      return blob ? success(blob) : failed('missing')
    },
  }
}
