import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import type { Invitation } from '#shared/ipc/contract'
import { Choice } from '../kit/Field'
import { inHalves, withoutCode } from './invitationWords'
import { QrCode } from './QrCode'

/** How people come in: the code to scan, and what to type instead. */
export function InvitationCard({ invitation: { code, addresses } }: { invitation: Invitation }) {
  const { t } = useTranslation()
  const [url, setUrl] = useState(addresses[0]?.url ?? '')
  const chosen = addresses.find((address) => address.url === url) ?? addresses[0]
  if (!chosen) return null
  return (
    <div className="invitation">
      <QrCode text={chosen.url} label={t('room.qr')} />
      <div className="invitation-words">
        <p className="invitation-lead">{t('room.lead')}</p>
        <dl>
          <dt>{t('room.address')}</dt>
          <dd className="invitation-address">
            <bdi dir="ltr">{withoutCode(chosen.url)}</bdi>
          </dd>
          <dt>{t('room.code')}</dt>
          <dd className="invitation-code">
            <bdi dir="ltr">{inHalves(code)}</bdi>
          </dd>
        </dl>
        {addresses.length > 1 && (
          <Choice
            legend={t('room.network')}
            options={addresses.map((address) => ({ value: address.url, label: address.network }))}
            value={chosen.url}
            onChoose={setUrl}
          />
        )}
      </div>
    </div>
  )
}
