import { useTranslation } from 'react-i18next'
import { Button } from '../kit/Button'
import { Dialog } from '../kit/Dialog'

/** Asks before a long text becomes many cards. */
export function ManyCards({
  count,
  fitsOne,
  onMany,
  onOne,
  onClose,
}: {
  count: number
  /** One card can hold all of it. */
  fitsOne: boolean
  onMany: () => void
  onOne: () => void
  onClose: () => void
}) {
  const { t } = useTranslation()
  return (
    <Dialog title={t('bring.manyTitle', { count })} onClose={onClose}>
      <p>{t('bring.many')}</p>
      <div className="dialog-foot">
        <Button onClick={onClose}>{t('app.cancel')}</Button>
        {fitsOne && <Button onClick={onOne}>{t('bring.asOne')}</Button>}
        <Button tone="primary" data-first onClick={onMany}>
          {t('bring.asMany', { count })}
        </Button>
      </div>
    </Dialog>
  )
}
