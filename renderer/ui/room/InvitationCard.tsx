import { Link } from 'lucide-react'
import { useTranslation } from 'react-i18next'
import type { HostedRoom } from '#shared/ipc/contract'
import { linkTo, readPlace, signOf } from '#shared/sync/place'
import { Button } from '../kit/Button'
import { Choice } from '../kit/Field'
import { useNotices } from '../kit/notices'
import { inHalves, withoutCode } from './invitationWords'
import { QrCode } from './QrCode'

/** How people come in: the code to scan, and what to type instead. */
export function InvitationCard({
  room: { code, url, addresses, print },
  onNetwork,
}: {
  room: HostedRoom
  onNetwork: (network: string) => void
}) {
  const { t } = useTranslation()
  const notices = useNotices()
  const copyLink = async () => {
    const read = readPlace(url)
    if (!read) return
    await navigator.clipboard.writeText(linkTo({ ...read.place, print }, code))
    notices.say({ words: t('room.linkCopied') })
  }
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
        <p className="invitation-sign">
          {t('room.sign')} <bdi dir="ltr">{signOf(print)}</bdi>
        </p>
        <Button tone="quiet" icon={Link} className="invitation-link" onClick={() => void copyLink()}>
          {t('room.copyLink')}
        </Button>
        {addresses.length > 1 && (
          <Choice
            legend={t('room.network')}
            options={addresses.map((address) => ({
              value: address.network,
              isLong: true,
              label: (
                <>
                  <bdi className="invitation-network">{address.network}</bdi>
                  <bdi dir="ltr">{new URL(address.url).hostname}</bdi>
                </>
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
