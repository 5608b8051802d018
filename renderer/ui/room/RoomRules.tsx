import { DoorClosed, DoorOpen, Eye, type LucideIcon, PencilLine } from 'lucide-react'
import { useTranslation } from 'react-i18next'
import type { HostedRoom, RoomOrder } from '#shared/ipc/contract'
import { Button } from '../kit/Button'
import { Icon } from '../kit/Icon'

/** Whether somebody new may come in, and whether guests may write; each with the one thing to do about it. */
export function RoomRules({ room, onOrder }: { room: HostedRoom; onOrder: (order: RoomOrder) => void }) {
  const { t } = useTranslation()
  const { isDoorOpen, isReadOnly } = room
  return (
    <section className="room-rules" aria-label={t('room.rules')}>
      <Rule
        icon={isDoorOpen ? DoorOpen : DoorClosed}
        words={t(isDoorOpen ? 'room.doorIsOpen' : 'room.doorIsClosed')}
        change={t(isDoorOpen ? 'room.closeDoor' : 'room.openDoor')}
        onChange={() => onOrder({ do: 'door', isOpen: !isDoorOpen })}
      />
      <Rule
        icon={isReadOnly ? Eye : PencilLine}
        words={t(isReadOnly ? 'room.allLook' : 'room.allWrite')}
        change={t(isReadOnly ? 'room.makeWritable' : 'room.makeReadOnly')}
        onChange={() => onOrder({ do: 'readOnly', isOn: !isReadOnly })}
      />
    </section>
  )
}

function Rule({
  icon,
  words,
  change,
  onChange,
}: {
  icon: LucideIcon
  words: string
  change: string
  onChange: () => void
}) {
  return (
    <div className="room-rule">
      <Icon of={icon} />
      <p role="status">{words}</p>
      <Button onClick={onChange}>{change}</Button>
    </div>
  )
}
