import { useEffect, useState } from 'react'
import { useTranslation } from 'react-i18next'
import { usePlatform } from '../hooks'
import { Button } from '../kit/Button'
import { Dialog } from '../kit/Dialog'

/** What this browser could not send the last time goes with whoever joins next, unless they erase it. */
export function Unsent() {
  const { t } = useTranslation()
  const { unsent } = usePlatform()
  const [isThere, setThere] = useState(false)
  const [isAsking, setAsking] = useState(false)
  useEffect(() => void unsent?.hasAny().then(setThere), [unsent])
  if (!unsent || !isThere) return null
  const erase = () => {
    setAsking(false)
    setThere(false)
    void unsent.erase()
  }
  return (
    <div className="join-unsent">
      <p>{t('join.unsent')}</p>
      <Button tone="quiet" onClick={() => setAsking(true)}>
        {t('join.eraseUnsent')}
      </Button>
      {isAsking && (
        <Dialog title={t('join.eraseTitle')} onClose={() => setAsking(false)}>
          <p>{t('join.eraseWords')}</p>
          <div className="dialog-foot">
            <Button onClick={() => setAsking(false)}>{t('app.cancel')}</Button>
            <Button tone="danger" onClick={erase}>
              {t('join.eraseUnsent')}
            </Button>
          </div>
        </Dialog>
      )}
    </div>
  )
}
