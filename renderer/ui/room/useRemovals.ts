import { useTranslation } from 'react-i18next'
import type { Present } from '../people'
import { useLedRoom } from './RoomProvider'

interface Removal {
  /** Says who would leave. */
  readonly label: string
  /** Asks first. */
  readonly ask: () => void
}

/** How somebody may be sent out of the room; nothing for those who lead it, and wherever nobody may do that. */
export function useRemovals(): (present: Present) => Removal | undefined {
  const { t } = useTranslation()
  const led = useLedRoom()
  return (present) =>
    led && present.role !== 'facilitator' && present.person !== ''
      ? {
          label: t('room.remove', { name: present.name || t('people.anonymous') }),
          ask: () => led.askRemoval(present),
        }
      : undefined
}
