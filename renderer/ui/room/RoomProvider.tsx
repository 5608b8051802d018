import { createContext, type ReactNode, useContext, useMemo, useState } from 'react'
import { useTranslation } from 'react-i18next'
import type { HostedRoom, RoomOrder } from '#shared/ipc/contract'
import { usePlatform } from '../hooks'
import { useNotices } from '../kit/notices'
import type { Present } from '../people'
import { RemovePerson } from './RemovePerson'
import { useRoom } from './useRoom'

interface LedRoom {
  readonly room: HostedRoom
  /** True once it is done; a failure is said. */
  readonly order: (asked: RoomOrder) => Promise<boolean>
  /** Asks whether somebody is to be sent out, and does it. */
  readonly askRemoval: (person: Present) => void
}

const LedRoomContext = createContext<LedRoom | null>(null)

/** The open room, in the window that hosts it; null for guests and while it is closed. */
export function useLedRoom(): LedRoom | null {
  return useContext(LedRoomContext)
}

/**
 * Leads the room that is open on the board of this window. The question before somebody is sent out lives here and not
 * beside their name, since that goes.
 */
export function RoomProvider({ path, children }: { path: string | null; children: ReactNode }) {
  const { t } = useTranslation()
  const { desktop } = usePlatform()
  const notices = useNotices()
  const room = useRoom(path)
  const [leaving, setLeaving] = useState<Present | null>(null)
  const led = useMemo((): LedRoom | null => {
    if (!desktop || path === null || !room) return null
    const order = async (asked: RoomOrder) => {
      const done = await desktop.leadRoom(path, asked)
      if (!done.ok) notices.fail(done.failure)
      return done.ok
    }
    return { room, order, askRemoval: setLeaving }
  }, [desktop, path, room, notices])

  // A question about a room that is closed is none about the next one.
  if (!led && leaving) setLeaving(null)

  const nameOf = ({ name }: Present) => name || t('people.anonymous')
  const remove = async (present: Present, closesDoor: boolean) => {
    setLeaving(null)
    // First the door, or they would be back before it is closed.
    if (!led || (closesDoor && !(await led.order({ do: 'door', isOpen: false })))) return
    if (await led.order({ do: 'remove', person: present.person }))
      notices.say({ words: t('room.removed', { name: nameOf(present) }) })
  }
  return (
    <LedRoomContext value={led}>
      {children}
      {led && leaving && (
        <RemovePerson
          name={nameOf(leaving)}
          isDoorOpen={led.room.isDoorOpen}
          onRemove={(closesDoor) => void remove(leaving, closesDoor)}
          onClose={() => setLeaving(null)}
        />
      )}
    </LedRoomContext>
  )
}
