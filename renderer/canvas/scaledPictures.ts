import type { Dispose } from '#shared/board/observe'
import type { Result } from '#shared/failure'
import { createShelf } from './shelf'

/** A picture ready to paint. */
export interface Bitmap {
  readonly width: number
  readonly height: number
  close(): void
}

/** The board's pictures in the sizes in which they are painted. */
export interface ScaledPictures<B extends Bitmap = ImageBitmap> {
  /**
   * The best there is now for a picture that is painted so many pixels long; a better one is asked for, and
   * `subscribe` tells when it is there.
   */
  at(asset: string, pixels: number): B | 'waiting' | 'missing'
  /** Called with the pictures that can be painted better than before. */
  subscribe(listener: (assets: ReadonlySet<string>) => void): Dispose
}

export interface PictureSource<B extends Bitmap> {
  fetch(asset: string): Promise<Result<Blob>>
  /** Makes a bitmap whose long side has at most so many pixels, away from the thread that paints. */
  decode(picture: Blob, longest: number): Promise<B>
}

export interface PictureLimits {
  /** Bytes of bitmaps, and of the files that they are made from. */
  readonly bitmaps: number
  readonly files: number
}

/** The long sides of what is kept of a picture: a thumbnail, a card, and everything that it has. */
const LEVELS = [256, 1024, Number.POSITIVE_INFINITY] as const
/** A bitmap may be stretched so far before a larger one is worth its memory. */
const STRETCH = 1.15
const AT_ONCE = 4
/** ms before a picture is asked for again; doubled each time. */
const FIRST_RETRY = 1_000
const LONGEST_RETRY = 30_000
/** ms of waiting after which a picture that the board does not have is shown as missing. */
const LONG_MISSED = 4_000

/** Follows what is painted, within the limits: what was painted longest ago goes first. */
export function createScaledPictures<B extends Bitmap>(
  source: PictureSource<B>,
  limits: PictureLimits,
): ScaledPictures<B> {
  const bitmaps = createShelf<B>(limits.bitmaps, (bitmap) => bitmap.close())
  const files = createShelf<Blob>(limits.files)
  const listeners = new Set<(assets: ReadonlySet<string>) => void>()
  /** No asking again would change them. */
  const broken = new Set<string>()
  /** The board does not have them, for a while by now. */
  const missing = new Set<string>()
  /** It did not have them a moment ago. */
  const resting = new Set<string>()
  /** What is asked for and not begun, the newest last: what is in view now comes before what was. */
  const asked = new Map<string, readonly [asset: string, level: number]>()
  const underWay = new Set<string>()
  const retries = new Map<string, number>()

  const keyOf = (asset: string, level: number) => `${asset} ${level}`
  const tell = (asset: string) => {
    for (const listener of [...listeners]) listener(new Set([asset]))
  }

  const ask = (asset: string, level: number) => {
    const key = keyOf(asset, level)
    if (underWay.has(key)) return
    asked.delete(key)
    asked.set(key, [asset, level])
    goOn()
  }
  const goOn = () => {
    while (underWay.size < AT_ONCE) {
      const [key, wanted] = [...asked].at(-1) ?? []
      if (key === undefined || !wanted) return
      asked.delete(key)
      underWay.add(key)
      void make(...wanted).finally(() => {
        underWay.delete(key)
        goOn()
      })
    }
  }
  const make = async (asset: string, level: number) => {
    const file = files.get(asset) ?? (await fetchFile(asset))
    if (!file) return
    try {
      const bitmap = await source.decode(file, LEVELS[level] ?? Number.POSITIVE_INFINITY)
      bitmaps.put(keyOf(asset, level), bitmap, bitmap.width * bitmap.height * 4)
    } catch {
      // Bytes that no browser can paint: asking again would not change them.
      broken.add(asset)
    }
    tell(asset)
  }
  const fetching = new Map<string, Promise<Blob | undefined>>()
  const fetchFile = (asset: string): Promise<Blob | undefined> => {
    const file = fetching.get(asset) ?? fetchOnce(asset).finally(() => fetching.delete(asset))
    fetching.set(asset, file)
    return file
  }
  const fetchOnce = async (asset: string): Promise<Blob | undefined> => {
    const fetched = await source.fetch(asset)
    if (fetched.ok) {
      retries.delete(asset)
      missing.delete(asset)
      files.put(asset, fetched.value, fetched.value.size)
      return fetched.value
    }
    const { code } = fetched.failure
    const wait = Math.min(LONGEST_RETRY, retries.get(asset) ?? FIRST_RETRY)
    retries.set(asset, wait * 2)
    if (code === 'corrupt') {
      broken.add(asset)
      tell(asset)
      return undefined
    }
    if (code === 'missing') {
      // The card of a desktop that joined may be quicker than its picture, and that desktop may be away for a while.
      resting.add(asset)
      if (wait >= LONG_MISSED) {
        missing.add(asset)
        tell(asset)
      }
    }
    // Whoever still paints it asks again then.
    setTimeout(() => {
      resting.delete(asset)
      tell(asset)
    }, wait)
    return undefined
  }

  return {
    at(asset, pixels) {
      if (broken.has(asset)) return 'missing'
      const wanted = Math.max(
        0,
        LEVELS.findIndex((longest) => longest * STRETCH >= pixels),
      )
      const best = bitmaps.get(keyOf(asset, wanted))
      if (best) return best
      if (!resting.has(asset)) ask(asset, wanted)
      for (const level of [wanted + 1, wanted + 2, wanted - 1, wanted - 2]) {
        const other = bitmaps.get(keyOf(asset, level))
        if (other) return other
      }
      return missing.has(asset) ? 'missing' : 'waiting'
    },
    subscribe(listener) {
      listeners.add(listener)
      return () => listeners.delete(listener)
    },
  }
}
