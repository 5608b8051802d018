import { PencilLine } from 'lucide-react'
import { useEffect, useEffectEvent, useState } from 'react'
import { useTranslation } from 'react-i18next'
import type * as Y from 'yjs'
import { changeDraft, readDraft, type WrittenCard } from '#shared/room/writtenCards'
import { useSession, useSignal } from '../hooks'
import { HiddenSheet } from './HiddenSheet'
import { LateSheet } from './LateSheet'
import { RoundPill } from './RoundPill'
import { useRevealed } from './useRevealed'
import './rounds.css'

/**
 * A person's part in silent writing: the sheet while it runs, and afterwards what of theirs is on no wall. On a phone it
 * has the place of the page for writing; elsewhere it lies beside the wall and can be put aside.
 */
export function HiddenWriting({
  phone,
  onOpen,
}: {
  /** On a phone: whether its page for this is shown, or waits for somebody who writes elsewhere. Null on others. */
  phone: 'here' | 'waiting' | 'elsewhere' | null
  /** The page for it is wanted on a phone. */
  onOpen: () => void
}) {
  const { t } = useTranslation()
  const { rounds } = useSession().replica
  const round = useSignal(rounds.running)
  const doc = useSignal(rounds.mine)
  const late = useSignal(rounds.leftovers)
  /** What is half written, or was when the round ended. */
  const [draft, setDraft] = useState<WrittenCard | null>(null)
  /** The round whose sheet was put aside. */
  const [folded, setFolded] = useState<string | null>(null)
  useRevealed()
  const begin = useEffectEvent((fresh: Y.Doc) => {
    // What nobody took from the round before goes on in this one.
    if (draft && !readDraft(fresh)) changeDraft(fresh, draft.text, Date.now())
    const follow = () => setDraft(readDraft(fresh))
    follow()
    fresh.on('update', follow)
    return () => fresh.off('update', follow)
  })

  const present = round?.shown.kind === 'writing' ? round.id : null
  useEffect(() => (doc && present !== null ? begin(doc) : undefined), [doc, present])

  if (!doc || !round || present === null) {
    const isLate = late.some(({ cards }) => cards.some(({ id }) => id === draft?.id))
    const left = present === null && draft && !isLate ? draft.text : ''
    if (late.length === 0 && left.trim() === '') return null
    return <LateSheet late={late} draft={left} onDraftGone={() => setDraft(null)} />
  }
  if (phone === 'elsewhere') return null
  if (phone === 'waiting') return <RoundPill icon={PencilLine} words={t('writing.title')} onOpen={onOpen} />
  if (phone === null && folded === present)
    return <RoundPill icon={PencilLine} words={t('writing.unfold')} onOpen={() => setFolded(null)} />
  return <HiddenSheet doc={doc} round={round} onFold={phone ? null : () => setFolded(present)} />
}
