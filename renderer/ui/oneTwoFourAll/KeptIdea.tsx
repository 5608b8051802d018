import { useLayoutEffect, useRef } from 'react'
import { useTranslation } from 'react-i18next'
import type * as Y from 'yjs'
import { changeIdea, MAX_IDEA, placeInIdea, readIdea } from '#shared/room/oneTwoFourAll'
import { useSession, useSignal } from '../hooks'
import { TextArea } from '../kit/Field'
import { useSealed } from '../rounds/useSealed'

/** The one idea of a four, in which all of them may write at the same time. */
export function KeptIdea({ doc }: { doc: Y.Doc }) {
  const { t } = useTranslation()
  const isKept = useSignal(useSession().replica.rounds.isKept)
  const idea = useSealed(doc, readIdea, '')
  const field = useRef<HTMLTextAreaElement>(null)
  const selected = useRef<readonly [start: () => number, end: () => number] | null>(null)
  const remember = () => {
    const { selectionStart: start = 0, selectionEnd: end = 0 } = field.current ?? {}
    selected.current = [placeInIdea(doc, start), placeInIdea(doc, end)]
  }
  // What the others type before the caret moves it along; React would leave it at the end.
  useLayoutEffect(() => {
    const area = field.current
    if (!area || area.value !== idea || area.ownerDocument.activeElement !== area || !selected.current) return
    const [start, end] = selected.current
    area.setSelectionRange(start(), end())
  }, [idea])
  return (
    <TextArea
      ref={field}
      label={t('circles.idea')}
      hint={isKept ? t('circles.ideaHint') : t('circles.keeping')}
      maxLength={MAX_IDEA}
      value={idea}
      onChange={(event) => {
        changeIdea(doc, event.currentTarget.value)
        remember()
      }}
      onSelect={remember}
      onKeyDown={(event) => event.stopPropagation()}
    />
  )
}
