import { useTranslation } from 'react-i18next'
import type { HostedRoom } from '#shared/ipc/contract'
import { inHalves, withoutCode } from '../room/invitationWords'
import './projector.css'

/** Below the wall on the big screen: how latecomers come in. Takes no room while there is nothing to say. */
export function ProjectorFoot({ room }: { room: HostedRoom | null }) {
  const { t } = useTranslation()
  if (!room) return null
  return (
    <footer className="projector-foot">
      <dl className="projector-join">
        <dt>{t('projector.joinAt')}</dt>
        <dd>
          <bdi dir="ltr">{withoutCode(room.url)}</bdi>
        </dd>
        {room.isDoorOpen && (
          <>
            <dt>{t('projector.code')}</dt>
            <dd className="projector-code">
              <bdi dir="ltr">{inHalves(room.code)}</bdi>
            </dd>
          </>
        )}
      </dl>
      {!room.isDoorOpen && <p>{t('projector.doorClosed')}</p>}
    </footer>
  )
}
