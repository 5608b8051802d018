import { useTranslation } from 'react-i18next'
import type { HostedRoom } from '#shared/ipc/contract'
import { inHalves, withoutCode } from '../room/invitationWords'
import { clockOf, useTimer } from '../timer/useTimer'
import './projector.css'

/** Below the wall on the big screen: how latecomers come in, and how much time is left. Takes no room while there is nothing to say. */
export function ProjectorFoot({ room }: { room: HostedRoom | null }) {
  const { t } = useTranslation()
  const time = useTimer()
  if (!room && !time) return null
  return (
    <footer className={time?.seconds === 0 ? 'projector-foot projector-foot-over' : 'projector-foot'}>
      {room && <HowToJoin room={room} />}
      {time && (
        <p className="projector-timer" role="timer" aria-label={t('timer.left')}>
          {time.seconds === 0 ? t('timer.over') : <bdi dir="ltr">{clockOf(time.seconds)}</bdi>}
        </p>
      )}
    </footer>
  )
}

function HowToJoin({ room }: { room: HostedRoom }) {
  const { t } = useTranslation()
  return (
    <>
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
    </>
  )
}
