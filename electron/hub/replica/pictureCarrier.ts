import { assetsOf } from '#shared/board/assetsOf'
import type { Room } from '../room'
import { fetchPicture, sendPicture } from './hostPictures'
import type { Upstream } from './upstream'

/** ms from a change of the board to a look for pictures that are not here. */
const GATHER = 500
/** ms before what could not be brought or taken is tried again; doubled each time. */
const FIRST_RETRY = 1_000
const LONGEST_RETRY = 60_000

/** Brings the pictures of a room to the copy here, so that it can host them, and those that were added here to the room. */
export interface PictureCarrier {
  /** A picture was added here: the room gets it now, or when it is back. */
  owe(asset: string): void
  /** Asks the room for a picture that is not here; true when it is here now. */
  bring(asset: string): Promise<boolean>
  stop(): void
}

/** Follows the cards of a board. */
export function carryPictures(upstream: Upstream, room: Room): PictureCarrier {
  let isOver = false
  let timer: NodeJS.Timeout | undefined
  let turn: Promise<void> = Promise.resolve()
  let again: NodeJS.Timeout | undefined
  let retry = FIRST_RETRY
  /** Those that are here. */
  const settled = new Set<string>()
  /** The room did not have them when it was asked: their cards were quicker, as those of another desktop are. */
  const lacking = new Set<string>()

  const bring = async (asset: string): Promise<boolean> => {
    const [place] = upstream.mark.places
    if (!place || !upstream.isLive()) return false
    const picture = await fetchPicture(place, upstream.mark.token, asset)
    if (picture.ok) return (await room.pictures.keep(picture.value)).ok
    if (picture.failure.code === 'missing') lacking.add(asset)
    return false
  }
  const bringAll = async () => {
    for (const asset of assetsOf(room.doc)) {
      if (isOver || !upstream.isLive()) return
      if (settled.has(asset) || lacking.has(asset)) continue
      if ((await room.file.readAsset(asset)).ok || (await bring(asset))) settled.add(asset)
    }
  }
  const takeAll = async () => {
    for (const asset of upstream.mark.owed) {
      const [place] = upstream.mark.places
      const picture = await room.file.readAsset(asset)
      if (isOver || !place || !upstream.isLive()) return
      const sent = picture.ok && (await sendPicture(place, upstream.mark.token, picture.value.data))
      // What nobody can send any more is owed no longer.
      if (sent && !sent.ok && sent.failure.code !== 'notAPicture') return
      upstream.remember({ owed: upstream.mark.owed.filter((each) => each !== asset) })
    }
  }
  const lookAgain = () => {
    clearTimeout(again)
    if (isOver || !upstream.isLive()) return
    if (lacking.size === 0 && upstream.mark.owed.length === 0) {
      retry = FIRST_RETRY
      return
    }
    again = setTimeout(() => {
      lacking.clear()
      carry()
    }, retry)
    retry = Math.min(LONGEST_RETRY, retry * 2)
  }
  const carry = () => {
    turn = turn
      .then(takeAll)
      .then(bringAll)
      .catch(() => {})
      .then(lookAgain)
  }
  const soon = () => {
    clearTimeout(timer)
    timer = setTimeout(carry, GATHER)
  }
  room.doc.on('update', soon)
  upstream.onLive(carry)
  return {
    owe(asset) {
      settled.add(asset)
      const { owed } = upstream.mark
      if (!owed.includes(asset)) upstream.remember({ owed: [...owed, asset] })
      carry()
    },
    bring,
    stop() {
      isOver = true
      clearTimeout(timer)
      clearTimeout(again)
      room.doc.off('update', soon)
    },
  }
}
