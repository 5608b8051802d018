import { useEffect, useRef } from 'react'
import { useTranslation } from 'react-i18next'
import { useSession, useSignal } from '../hooks'
import { useNotices } from '../kit/notices'

/** Tells a guest when they may only look, and when they may write again. */
export function useReadOnlyNews(): void {
  const { t } = useTranslation()
  const notices = useNotices()
  const { replica } = useSession()
  const isReadOnly = useSignal(replica.isReadOnly)
  const isLeading = useSignal(replica.me)?.role === 'facilitator'
  const before = useRef(false)
  const told = useRef(() => {})
  useEffect(() => {
    if (before.current === isReadOnly) return
    before.current = isReadOnly
    told.current()
    if (isLeading) return
    told.current = notices.say({ words: t(isReadOnly ? 'board.readOnlyBegins' : 'board.readOnlyEnds') })
  }, [isReadOnly, isLeading, notices, t])
  // Whoever is out of the room reads why, and not what they might do in it.
  useEffect(() => () => told.current(), [])
}
