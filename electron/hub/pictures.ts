import { failed, type Result, success } from '#shared/failure'
import { type KeptPicture, MAX_PIXELS, readPicture } from '#shared/picture/picture'
import type { AssetRow } from '../files/rows'
import type { FileThread } from '../files/thread/openFile'

/** The pictures of one open board. */
export interface Pictures {
  /** Keeps the picture in these bytes, without anything else that they carry; failures say what is wrong with it. */
  keep(bytes: Uint8Array): Promise<Result<KeptPicture>>
  /** `missing` when the board has none of this name. */
  read(asset: string): Promise<Result<AssetRow>>
  /** Those that came so lately that their cards may still be on their way. */
  fresh(): readonly string[]
}

/** ms that a card may take from the picture to the wall. */
const ON_ITS_WAY = 120_000

/** Takes pictures into `file` and gives them out. */
export function createPictures(file: Pick<FileThread, 'keepAsset' | 'readAsset'>): Pictures {
  const came = new Map<string, number>()
  const forgetOld = () => {
    const since = Date.now() - ON_ITS_WAY
    for (const [asset, at] of came) if (at < since) came.delete(asset)
  }
  return {
    async keep(bytes) {
      const picture = readPicture(bytes)
      if (!picture) return failed('notAPicture')
      const { type, width, height } = picture
      if (width * height > MAX_PIXELS) return failed('pictureTooLarge', `${width} × ${height} pixels`)
      const kept = await file.keepAsset(type, picture.bytes)
      if (!kept.ok) return kept
      forgetOld()
      came.set(kept.value, Date.now())
      return success({ asset: kept.value, pixels: [width, height] })
    },
    read: async (asset) => file.readAsset(asset),
    fresh() {
      forgetOld()
      return [...came.keys()]
    },
  }
}
