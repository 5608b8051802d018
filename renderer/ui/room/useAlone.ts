import { useEffect, useState } from 'react'
import { useTranslation } from 'react-i18next'
import { useSession, useSignal } from '../hooks'
import { useNotices } from '../kit/notices'
import { presentPeople } from '../people'

/** ms that whoever hosts may be alone in an open room before that is worth a word beside the wall. */
const LONG_ALONE = 180_000

/** True while nobody but this person is in the room; a projector is nobody. */
export function useIsAlone(): boolean {
  const { replica } = useSession()
  const me = useSignal(replica.me)
  return presentPeople(useSignal(replica.people), me?.person).length < 2
}

/** While `isHosting`, says once when nobody has come in for long, and leads to what may be in their way. */
export function useLongAlone(isHosting: boolean): void {
  const { t } = useTranslation()
  const { overlay } = useSession()
  const notices = useNotices()
  const isAlone = useIsAlone()
  const [hasCome, setHasCome] = useState(false)
  useEffect(() => {
    if (!isHosting) setHasCome(false)
    else if (!isAlone) setHasCome(true)
  }, [isHosting, isAlone])
  const isWaiting = isHosting && isAlone && !hasCome
  useEffect(() => {
    if (!isWaiting) return
    const timer = setTimeout(() => {
      // Whoever looks at the invitation sees the reasons there.
      if (overlay.get() === 'room') return
      const action = { label: t('room.aloneWhy'), run: () => overlay.set('room') }
      notices.say({ words: t('room.alone'), tone: 'failure', action })
    }, LONG_ALONE)
    return () => clearTimeout(timer)
  }, [isWaiting, overlay, notices, t])
}
