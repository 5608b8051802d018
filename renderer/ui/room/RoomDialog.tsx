import { MonitorUp, MonitorX } from 'lucide-react'
import { useCallback, useEffect, useState } from 'react'
import { useTranslation } from 'react-i18next'
import type { FailureCode } from '#shared/failure'
import type { HostedRoom } from '#shared/ipc/contract'
import { usePlatform, useSession, useSignal } from '../hooks'
import { Button } from '../kit/Button'
import { Dialog } from '../kit/Dialog'
import { useNotices } from '../kit/notices'
import { PeopleList } from '../panels/PeopleList'
import { presentPeople } from '../people'
import { InvitationCard } from './InvitationCard'
import './room.css'

type State = { readonly is: 'opening' | 'open' } | { readonly is: 'failed'; readonly code: FailureCode }

/** Opens the room and shows how people come in: address, code, QR code, and who is in already. */
export function RoomDialog({
  path,
  room,
  onClose,
}: {
  path: string
  /** Null while it is closed. */
  room: HostedRoom | null
  onClose: () => void
}) {
  const { t } = useTranslation()
  const { desktop } = usePlatform()
  const notices = useNotices()
  const [state, setState] = useState<State>({ is: 'opening' })

  const open = useCallback(async () => {
    if (!desktop) return
    setState({ is: 'opening' })
    const opened = await desktop.openRoom(path)
    if (!opened.ok) setState({ is: 'failed', code: opened.failure.code })
    else if (opened.value.addresses.length === 0) setState({ is: 'failed', code: 'noNetwork' })
    else setState({ is: 'open' })
  }, [desktop, path])
  useEffect(() => void open(), [open])

  const close = async () => {
    await desktop?.closeRoom(path)
    onClose()
    notices.say({ words: t('room.closed') })
  }

  return (
    <Dialog title={t('room.title')} wide onClose={onClose}>
      {state.is === 'opening' && <p role="status">{t('room.opening')}</p>}
      {state.is === 'open' && room && (
        <>
          <InvitationCard invitation={room} />
          <ShowCode isShown={room.isCodeShown} />
          <WhoIsIn />
          <p className="room-plain">{t('room.plain')}</p>
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
function ShowCode({ isShown }: { isShown: boolean }) {
  const { t } = useTranslation()
  const { desktop } = usePlatform()
  return (
    <div className="room-show">
      <Button icon={isShown ? MonitorX : MonitorUp} onClick={() => void desktop?.showCode(!isShown)}>
        {isShown ? t('room.hideCode') : t('room.showCode')}
      </Button>
      <p className="field-note">{t('room.showCodeHint')}</p>
    </div>
  )
}

function WhoIsIn() {
  const { t } = useTranslation()
  const { replica } = useSession()
  const me = useSignal(replica.me)
  const people = presentPeople(useSignal(replica.people), me?.person)
  return (
    <section className="room-people" aria-labelledby="room-people">
      <h3 id="room-people">{t('room.people')}</h3>
      {people.length > 1 ? <PeopleList people={people} me={me?.person} /> : <p>{t('room.justYou')}</p>}
    </section>
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
          <ul>
            <li>{t('room.hotspotPhone')}</li>
            <li>{t('room.hotspotWindows')}</li>
            <li>{t('room.hotspotMac')}</li>
          </ul>
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
