import { useTranslation } from 'react-i18next'
import type { HostedRoom } from '#shared/ipc/contract'
import { Choice } from '../kit/Field'
import { inHalves, withoutCode } from './invitationWords'
import { QrCode } from './QrCode'

/** How people come in: the code to scan, and what to type instead. */
export function InvitationCard({
  room: { code, url, addresses },
  onNetwork,
}: {
  room: HostedRoom
  onNetwork: (network: string) => void
}) {
  const { t } = useTranslation()
  return (
    <div className="invitation">
      <QrCode text={url} label={t('room.qr')} />
      <div className="invitation-words">
        <p className="invitation-lead">{t('room.lead')}</p>
        <dl>
          <dt>{t('room.address')}</dt>
          <dd className="invitation-address">
            <bdi dir="ltr">{withoutCode(url)}</bdi>
          </dd>
          <dt>{t('room.code')}</dt>
          <dd className="invitation-code">
            <bdi dir="ltr">{inHalves(code)}</bdi>
          </dd>
        </dl>
        {addresses.length > 1 && (
          <Choice
            legend={t('room.network')}
            options={addresses.map((address) => ({
              value: address.network,
              label: (
                <span className="invitation-network">
                  <bdi>{address.network}</bdi> <bdi dir="ltr">{new URL(address.url).hostname}</bdi>
                </span>
              ),
            }))}
            value={addresses.find((address) => address.url === url)?.network ?? ''}
            onChoose={onNetwork}
          />
        )}
      </div>
    </div>
  )
}
