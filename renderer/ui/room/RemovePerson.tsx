import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { Button } from '../kit/Button'
import { Dialog } from '../kit/Dialog'
import { Tick } from '../kit/Field'

/** Asks before somebody is sent out of the room. */
export function RemovePerson({
  name,
  isDoorOpen,
  onRemove,
  onClose,
}: {
  name: string
  isDoorOpen: boolean
  onRemove: (closesDoor: boolean) => void
  onClose: () => void
}) {
  const { t } = useTranslation()
  const [closesDoor, setClosesDoor] = useState(false)
  return (
    <Dialog title={t('room.removeTitle', { name })} onClose={onClose}>
      <p>{t('room.removeWords')}</p>
      {isDoorOpen && (
        <Tick
          label={t('room.removeDoor')}
          checked={closesDoor}
          onChange={(event) => setClosesDoor(event.currentTarget.checked)}
        />
      )}
      <div className="dialog-foot">
        <Button onClick={onClose}>{t('app.cancel')}</Button>
        <Button tone="danger" onClick={() => onRemove(closesDoor)}>
          {t('room.removeDo')}
        </Button>
      </div>
    </Dialog>
  )
}
