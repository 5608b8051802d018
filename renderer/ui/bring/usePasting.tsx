import { type ReactNode, useRef, useState } from 'react'
import { useTranslation } from 'react-i18next'
import { assetsOf } from '#shared/board/assetsOf'
import type { Point } from '#shared/cards/box'
import { type Clip, pasteClip, readClip } from '../../board/clipboard/clip'
import { countOf, placeTexts } from '../../board/clipboard/placeTexts'
import { placeToBring } from '../../board/clipboard/placeToBring'
import { type ReadText, readText } from '../../board/clipboard/readText'
import { usePresentSession, useSession } from '../hooks'
import { useNotices } from '../kit/notices'
import { findCopied } from './copiedPictures'
import { ManyCards } from './ManyCards'
import type { Pasted } from './useClipboard'

/** Cards that are made without asking, and the most that are made at once. */
const UNASKED = 40
const MOST = 2_000
/** World units between what is pasted again and again in one place. */
const BESIDE = 24
/** UTF-16 units of a text that one card can hold. */
const ONE_CARD = 20_000
/** UTF-16 units of a text that is looked through. */
const LONGEST_TEXT = 4_000_000

export interface Pasting {
  /** Puts what a clipboard holds on the wall; `bringFiles` takes its files. */
  paste(pasted: Pasted): void
  /** Puts a text on the wall, or asks first when it is long. */
  bringText(text: string, at: Point, read?: (text: string) => ReadText): void
  /** What is asked, if anything. */
  readonly question: ReactNode
}

export function usePasting(bringFiles: (files: readonly File[], at: Point) => void): Pasting {
  const { t } = useTranslation()
  const session = useSession()
  const presentSession = usePresentSession()
  const notices = useNotices()
  const [asking, setAsking] = useState<{ readonly read: ReadText; text: string; at: Point } | null>(null)
  const pastedAt = useRef<{ readonly at: Point; readonly times: number } | null>(null)
  const refuse = (words: string) => void notices.say({ words, tone: 'failure' })

  /** The same once more lies beside the first, and not on it. */
  const beside = (at: Point): Point => {
    const { current: before } = pastedAt
    const isSame = before !== null && before.at[0] === at[0] && before.at[1] === at[1]
    const times = isSame ? before.times + 1 : 0
    pastedAt.current = { at, times }
    return [at[0] + times * BESIDE, at[1] + times * BESIDE]
  }

  const bringText: Pasting['bringText'] = (text, at, reading = readText) => {
    if (text.length > LONGEST_TEXT) return refuse(t('bring.textTooLong'))
    const read = reading(text)
    const count = countOf(read)
    if (count === 0) return refuse(t('bring.nothing'))
    if (count > MOST) return refuse(t('bring.tooManyCards', { count, most: MOST }))
    if (count > UNASKED) setAsking({ read, text: text.trim(), at })
    else placeTexts(presentSession(), read, at)
  }

  const bringCards = async (clip: Clip, at: Point) => {
    if (clip.cards.length > MOST)
      return refuse(t('bring.tooManyCards', { count: clip.cards.length, most: MOST }))
    const here = assetsOf(session.replica.doc)
    const assets = new Map<string, string>()
    for (const asset of clip.assets) {
      const known = here.has(asset) ? asset : await fromElsewhere(asset)
      if (known !== undefined) assets.set(asset, known)
    }
    const missing = clip.assets.size - assets.size
    if (missing > 0) refuse(t('bring.picturesLeft', { count: missing }))
    const { canWrite, editing, selection, undo, writer } = presentSession()
    if (!canWrite.get()) return notices.fail({ code: 'onlyLooking' })
    editing.set(null)
    undo.mark()
    selection.set(pasteClip(writer, clip, at, assets))
    undo.mark()
  }
  const fromElsewhere = async (asset: string): Promise<string | undefined> => {
    const picture = await findCopied(asset)
    const kept = picture && (await session.replica.pictures.send(picture))
    return kept?.ok ? kept.value.asset : undefined
  }

  return {
    bringText,
    paste({ text, html, files }) {
      if (!session.canWrite.get()) return notices.fail({ code: 'onlyLooking' })
      const at = beside(placeToBring(session))
      const clip = readClip(html)
      if (clip) void bringCards(clip, at)
      // Programs that copy a table or a page add a picture of it; a copied picture has no words.
      else if (text.trim() !== '') bringText(text, at)
      else if (files.length > 0) bringFiles(files, at)
      else refuse(t('bring.nothing'))
    },
    question: asking && (
      <ManyCards
        count={countOf(asking.read)}
        fitsOne={asking.text.length <= ONE_CARD}
        onClose={() => setAsking(null)}
        onMany={() => {
          placeTexts(session, asking.read, asking.at)
          setAsking(null)
        }}
        onOne={() => {
          placeTexts(session, { kind: 'lines', lines: [asking.text] }, asking.at)
          setAsking(null)
        }}
      />
    ),
  }
}
