import { useEffect, useState } from 'react'
import { useTranslation } from 'react-i18next'
import { useIsAlone } from './useAlone'

/** ms that the host may be alone in an open room before the reasons are shown unasked. */
const LONG_ALONE = 90_000

/**
 * Why nobody may be able to come in at this address on this network, and what to click; opens by itself when nobody comes
 * for long.
 */
export function NobodyComes({ address }: { address: string }) {
  const { t } = useTranslation()
  const isAlone = useIsAlone()
  const [isOpen, setOpen] = useState(false)
  useEffect(() => {
    if (!isAlone) return
    const timer = setTimeout(setOpen, LONG_ALONE, true)
    return () => clearTimeout(timer)
  }, [isAlone])
  return (
    <details
      className="fold room-trouble"
      open={isOpen}
      onToggle={(event) => setOpen(event.currentTarget.open)}
    >
      <summary>{t('room.trouble')}</summary>
      <ul>
        <li>{t('room.troubleSame')}</li>
        <li>{t('room.troubleWindows')}</li>
        <li>{t('room.troubleMac')}</li>
        <li>{t('room.troubleLinux', { port: new URL(address).port })}</li>
        <li>{t('room.troubleApart')}</li>
      </ul>
    </details>
  )
}
