import { useEffect, useEffectEvent, useRef } from 'react'
import { useTranslation } from 'react-i18next'
import { boundsOf } from '../board/bounds'
import { useSession, useSignal } from '../hooks'
import { useNotices } from '../kit/notices'

/** Cards that come together this long before the end of a round, ms, are those that it revealed. */
const TOGETHER = 3_000

/** Says when hidden cards have come on the wall, and leads whoever asks, and whoever revealed them, to where they are. */
export function useRevealed(): void {
  const { t } = useTranslation()
  const session = useSession()
  const notices = useNotices()
  const { rounds, me } = session.replica
  const isRunning = useSignal(rounds.running)?.shown.kind === 'writing'
  const came = useRef<{ readonly ids: readonly string[]; readonly at: number } | null>(null)

  useEffect(() => {
    if (!isRunning) return
    return session.records.watch('cards', (ids) => {
      came.current = { ids: [...ids], at: performance.now() }
    })
  }, [session, isRunning])

  const tell = useEffectEvent(() => {
    const revealed = came.current
    came.current = null
    if (!revealed || performance.now() - revealed.at > TOGETHER) return
    const show = () => {
      const box = boundsOf(session, revealed.ids)
      if (box) session.camera.lead(box)
    }
    if (me.get()?.role === 'facilitator') show()
    notices.say({
      words: t('writing.revealed', { count: revealed.ids.length }),
      action: { label: t('writing.show'), run: show },
    })
  })
  const wasRunning = useRef(false)
  useEffect(() => {
    if (wasRunning.current && !isRunning) tell()
    wasRunning.current = isRunning
  }, [isRunning])
}
