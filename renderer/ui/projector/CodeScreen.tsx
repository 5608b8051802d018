import { useTranslation } from 'react-i18next'
import type { HostedRoom } from '#shared/ipc/contract'
import { inHalves, withoutCode } from '../room/invitationWords'
import { QrCode } from '../room/QrCode'
import './projector.css'

/** The whole big screen as an invitation: a code that phones in the back row can scan, and what to type instead. */
export function CodeScreen({ room }: { room: HostedRoom }) {
  const { t } = useTranslation()
  return (
    <section className="code-screen" aria-labelledby="code-screen">
      <QrCode text={room.url} label={t('room.qr')} />
      <div className="code-screen-words">
        <h2 id="code-screen">{t('projector.title')}</h2>
        <p>{t('projector.lead')}</p>
        <dl>
          <dt>{t('room.address')}</dt>
          <dd className="code-screen-address">
            <bdi dir="ltr">{withoutCode(room.url)}</bdi>
          </dd>
          <dt>{t('room.code')}</dt>
          <dd className="code-screen-code">
            <bdi dir="ltr">{inHalves(room.code)}</bdi>
          </dd>
        </dl>
      </div>
    </section>
  )
}
