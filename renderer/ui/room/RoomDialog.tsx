import { MonitorUp, MonitorX, TriangleAlert } from 'lucide-react'
import { useCallback, useEffect, useEffectEvent, useState } from 'react'
import { useTranslation } from 'react-i18next'
import type { FailureCode } from '#shared/failure'
import { type HostedRoom, NO_NETWORK } from '#shared/ipc/contract'
import { usePlatform } from '../hooks'
import { Button } from '../kit/Button'
import { Dialog } from '../kit/Dialog'
import { Icon } from '../kit/Icon'
import { useNotices } from '../kit/notices'
import { InvitationCard } from './InvitationCard'
import { NobodyComes } from './NobodyComes'
import { useLedRoom } from './RoomProvider'
import { RoomRules } from './RoomRules'
import { WhoIsIn } from './WhoIsIn'
import './room.css'

/** Somebody at this computer has read what opening a room means, and done it. */
const KNOWN_KEY = 'roomKnown'

type State =
  | { readonly is: 'closed' | 'opening' | 'open' }
  | { readonly is: 'failed'; readonly code: FailureCode }

/**
 * Says what opening the room means, opens it, and shows how people come in: address, code, QR code, and who is in
 * already.
 */
export function RoomDialog({ path, onClose }: { path: string; onClose: () => void }) {
  const { t } = useTranslation()
  const platform = usePlatform()
  const { desktop } = platform
  const notices = useNotices()
  const led = useLedRoom()
  const room = led?.room
  const [state, setState] = useState<State>({
    is: room || platform.recall(KNOWN_KEY) ? 'opening' : 'closed',
  })

  const open = useCallback(async () => {
    if (!desktop) return
    setState({ is: 'opening' })
    const opened = await desktop.openRoom(path)
    if (!opened.ok) setState({ is: 'failed', code: opened.failure.code })
    else if (opened.value.addresses.every(({ network }) => network === NO_NETWORK))
      setState({ is: 'failed', code: 'noNetwork' })
    else {
      platform.remember(KNOWN_KEY, 'yes')
      setState({ is: 'open' })
    }
  }, [platform, desktop, path])
  // A room that is open already may be on other networks by now. Whoever knows what opening means has asked for it
  // with the button that led here.
  const isOpen = room !== undefined
  const look = useEffectEvent(() => {
    if (state.is === 'opening' || (state.is === 'closed' && isOpen)) void open()
  })
  // Whoever has just taken the room over hears a moment later that it is open here.
  // biome-ignore lint/correctness/useExhaustiveDependencies: it is looked at again when it opens by other hands.
  useEffect(() => look(), [isOpen])

  const close = async () => {
    await desktop?.closeRoom(path)
    onClose()
    notices.say({ words: t('room.closed') })
  }

  return (
    <Dialog title={t('room.title')} wide onClose={onClose}>
      {state.is === 'closed' && (
        <div className="room-start">
          <p>{t('room.start')}</p>
          <p className="room-warning">
            <Icon of={TriangleAlert} />
            <span>{t('room.plain')}</span>
          </p>
          <div className="dialog-foot">
            <Button tone="primary" large data-first onClick={() => void open()}>
              {t('board.openRoom')}
            </Button>
          </div>
        </div>
      )}
      {state.is === 'opening' && <p role="status">{t('room.opening')}</p>}
      {state.is === 'open' && led && room && (
        <>
          {room.addresses.every(({ isDoubtful }) => isDoubtful) && <DoubtfulNetwork />}
          <InvitationCard room={room} onNetwork={(network) => void desktop?.showNetwork(path, network)} />
          <ShowCode room={room} />
          <RoomRules room={room} onOrder={(asked) => void led.order(asked)} />
          <NobodyComes address={room.url} />
          <p className="room-plain">{t('room.plain')}</p>
          <WhoIsIn />
          <div className="dialog-foot">
            <Button tone="danger" onClick={() => void close()}>
              {t('room.close')}
            </Button>
          </div>
        </>
      )}
      {state.is === 'failed' && <NoRoom code={state.code} onAgain={() => void open()} />}
    </Dialog>
  )
}

/** Fills the projector with the code while people arrive. */
function ShowCode({ room: { isCodeShown: isShown, isDoorOpen } }: { room: HostedRoom }) {
  const { t } = useTranslation()
  const { desktop } = usePlatform()
  return (
    <div className="room-show">
      <Button
        icon={isShown ? MonitorX : MonitorUp}
        disabled={!isDoorOpen}
        onClick={() => void desktop?.showCode(!isShown)}
      >
        {isShown ? t('room.hideCode') : t('room.showCode')}
      </Button>
      <p className="field-note">{t('room.showCodeHint')}</p>
    </div>
  )
}

/** This computer is only on networks where hardly anybody else is. */
function DoubtfulNetwork() {
  const { t } = useTranslation()
  return (
    <div className="room-warning" role="alert">
      <Icon of={TriangleAlert} />
      <div>
        <p>{t('room.doubtful')}</p>
        <Hotspots />
      </div>
    </div>
  )
}

function Hotspots() {
  const { t } = useTranslation()
  return (
    <ul>
      <li>{t('room.hotspotPhone')}</li>
      <li>{t('room.hotspotWindows')}</li>
      <li>{t('room.hotspotMac')}</li>
    </ul>
  )
}

function NoRoom({ code, onAgain }: { code: FailureCode; onAgain: () => void }) {
  const { t } = useTranslation()
  return (
    <div className="room-none" role="alert">
      {code === 'noNetwork' ? (
        <>
          <h3>{t('room.noNetworkTitle')}</h3>
          <p>{t('room.noNetwork')}</p>
          <Hotspots />
        </>
      ) : (
        <p>{t(`failures.${code}`)}</p>
      )}
      <Button tone="primary" onClick={onAgain}>
        {t('room.tryAgain')}
      </Button>
    </div>
  )
}
