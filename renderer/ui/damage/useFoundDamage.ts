import { useContext, useEffect, useEffectEvent, useRef } from 'react'
import { useTranslation } from 'react-i18next'
import { OpenedBoardContext, usePlatform } from '../hooks'
import { useNotices } from '../kit/notices'

/**
 * Says when something that was not looked at when the board was opened turns out to be damaged, and offers to repair
 * it, as long as the board is on the screen.
 */
export function useFoundDamage(repair: () => void): void {
  const { t } = useTranslation()
  const { desktop } = usePlatform()
  const notices = useNotices()
  const board = useContext(OpenedBoardContext)
  const path = board && !board.lookOnly ? board.path : null
  const latest = useRef(repair)
  useEffect(() => {
    latest.current = repair
  }, [repair])
  const tell = useEffectEvent(() =>
    notices.say({
      words: t('damage.found'),
      tone: 'failure',
      action: { label: t('damage.repair'), run: () => latest.current() },
    }),
  )
  useEffect(() => {
    if (!desktop || path === null) return
    let putAway: (() => void) | undefined
    let isOver = false
    void desktop.checkRest(path).then((found) => {
      if (!isOver && found.ok && found.value) putAway = tell()
    })
    return () => {
      isOver = true
      putAway?.()
    }
  }, [desktop, path])
}
