import { Unplug } from 'lucide-react'
import { useContext, useEffect, useState } from 'react'
import { useTranslation } from 'react-i18next'
import { OpenedBoardContext, usePlatform, useSession, useSignal } from '../hooks'
import { Button } from '../kit/Button'
import { Icon } from '../kit/Icon'
import { useNotices } from '../kit/notices'
import './takeover.css'

/** ms that the host may be away before it is worth a word: a network that blinks is no reason to take over. */
const WORTH_SAYING = 4_000

/**
 * Says on a desktop that was in the room that its host is gone, and offers to host the room from here. The others find
 * it by themselves.
 */
export function HostAway() {
  const { t } = useTranslation()
  const { desktop } = usePlatform()
  const notices = useNotices()
  const { replica, overlay } = useSession()
  const isAway = useSignal(replica.isAway)
  const board = useContext(OpenedBoardContext)
  const isLong = useLasting(isAway)
  const [busy, setBusy] = useState(false)
  const role = useSignal(replica.me)?.role
  if (!desktop || !board?.joined || !isLong || role === 'facilitator') return null

  const host = async () => {
    setBusy(true)
    const opened = await desktop.openRoom(board.path).finally(() => setBusy(false))
    if (opened.ok) overlay.set('room')
    // The host came back in this moment: there is nothing to take over.
    else if (opened.failure.code === 'noPermission') notices.say({ words: t('takeover.back') })
    else notices.fail(opened.failure)
  }
  return (
    <section className="host-away" aria-label={t('takeover.title')}>
      <Icon of={Unplug} />
      <p role="status">{t('takeover.words')}</p>
      <Button tone="plain" aria-disabled={busy} onClick={() => void host()}>
        {t('takeover.host')}
      </Button>
    </section>
  )
}

function useLasting(isNow: boolean): boolean {
  const [isLong, setLong] = useState(false)
  useEffect(() => {
    if (!isNow) {
      setLong(false)
      return
    }
    const timer = setTimeout(setLong, WORTH_SAYING, true)
    return () => clearTimeout(timer)
  }, [isNow])
  return isLong
}
