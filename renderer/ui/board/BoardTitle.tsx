import { useRef, useState } from 'react'
import { useTranslation } from 'react-i18next'
import { describeBoard } from '#shared/board/actions/report'
import { useSession, useSignal, useSingleton } from '../hooks'

/** UTF-16 units */
const LONGEST = 200

/** The board's name, written where it stands. */
export function BoardTitle() {
  const { t } = useTranslation()
  const session = useSession()
  const canWrite = useSignal(session.canWrite)
  const { title } = useSingleton('meta')
  const [draft, setDraft] = useState<string | null>(null)
  const isLeaving = useRef(false)

  const keep = () => {
    const next = draft?.trim()
    if (!isLeaving.current && next && next !== title) describeBoard(session.writer, { title: next })
    isLeaving.current = false
    setDraft(null)
  }
  if (!canWrite)
    return (
      <h1 className="board-title" dir="auto">
        {title || t('board.untitled')}
      </h1>
    )
  return (
    <h1 className="board-title">
      <input
        className="board-title-input"
        aria-label={t('board.title')}
        dir="auto"
        value={draft ?? title}
        placeholder={t('board.untitled')}
        maxLength={LONGEST}
        size={Math.max(8, Math.min(32, (draft ?? title).length || t('board.untitled').length))}
        onFocus={() => setDraft(title)}
        onChange={(event) => setDraft(event.currentTarget.value)}
        onBlur={keep}
        onKeyDown={(event) => {
          event.stopPropagation()
          if (event.key === 'Escape') isLeaving.current = true
          if (event.key === 'Enter' || event.key === 'Escape') event.currentTarget.blur()
        }}
      />
    </h1>
  )
}
