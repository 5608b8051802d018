import { z } from 'zod'
import { isAsset } from '#shared/picture/picture'
import type { PictureLine } from '../../board/pictureLine'

/** Pictures that are kept for being pasted into another board. */
const MOST = 60
/** ms that another window of this app may take to answer. */
const ANSWER_WITHIN = 3_000

/** They outlive the board that they were copied from: this page may show another one when they are pasted. */
const copied = new Map<string, Promise<Blob | undefined>>()

const spoken = z.union([
  z.object({ ask: z.string().refine(isAsset) }),
  z.object({ give: z.string().refine(isAsset), picture: z.instanceof(Blob) }),
])

/** Other windows of the same origin; none where a browser has no channels. */
const channel =
  typeof BroadcastChannel === 'undefined' ? undefined : new BroadcastChannel('common-ground.pictures')
channel?.addEventListener('message', async ({ data }: MessageEvent<unknown>) => {
  const said = spoken.safeParse(data)
  if (!said.success || !('ask' in said.data)) return
  const picture = await copied.get(said.data.ask)
  if (picture) channel.postMessage({ give: said.data.ask, picture })
})

/** Keeps the pictures of cards that were just copied, so that they can come along into another board. */
export function keepCopied(line: PictureLine, assets: Iterable<string>): void {
  for (const asset of assets) {
    copied.delete(asset)
    copied.set(
      asset,
      line.fetch(asset).then((fetched) => (fetched.ok ? fetched.value : undefined)),
    )
  }
  for (const old of copied.keys()) {
    if (copied.size <= MOST) break
    copied.delete(old)
  }
}

/** A picture that was copied in this window or in another one that is still open. */
export async function findCopied(asset: string): Promise<Blob | undefined> {
  return (await copied.get(asset)) ?? askOthers(asset)
}

function askOthers(asset: string): Promise<Blob | undefined> {
  return new Promise((resolve) => {
    if (!channel) return resolve(undefined)
    const stop = new AbortController()
    const settle = (picture?: Blob) => {
      clearTimeout(timer)
      stop.abort()
      resolve(picture)
    }
    const hear = ({ data }: MessageEvent<unknown>) => {
      const said = spoken.safeParse(data)
      if (said.success && 'give' in said.data && said.data.give === asset) settle(said.data.picture)
    }
    const timer = setTimeout(settle, ANSWER_WITHIN)
    channel.addEventListener('message', hear, { signal: stop.signal })
    channel.postMessage({ ask: asset })
  })
}
