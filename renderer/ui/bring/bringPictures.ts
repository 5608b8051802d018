import { failed, type Result } from '#shared/failure'
import type { KeptPicture } from '#shared/picture/picture'
import type { PictureLine } from '../../board/pictureLine'
import { preparePicture } from './preparePicture'

/** Pictures that are decoded or sent at once: each takes some fifty megabytes while it is. */
const AT_ONCE = 2

/** Prepares pictures and puts them into the board's file, in their order. */
export async function bringPictures(
  line: PictureLine,
  files: readonly Blob[],
): Promise<Result<KeptPicture>[]> {
  const results: Result<KeptPicture>[] = files.map(() => failed('unexpected'))
  let next = 0
  const work = async () => {
    for (let at = next++; at < files.length; at = next++) {
      const prepared = await preparePicture(files[at] ?? new Blob())
      results[at] = prepared.ok ? await line.send(prepared.value) : prepared
    }
  }
  await Promise.all(Array.from({ length: AT_ONCE }, work))
  return results
}
