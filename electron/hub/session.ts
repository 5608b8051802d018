import type { RoomOrder, RoomRules } from '#shared/ipc/contract'
import { newRoomCode } from '../lan/roomCode'
import type { Board } from './admission'

/** From the opening of a room to its closing: one code, and who may come in by it. */
export interface Session {
  readonly code: string
  isDoorOpen: boolean
  /** Persons who were sent out. */
  readonly removed: Set<string>
}

/** Begins a session, or goes on with the one that a hub which died had. */
export function beginSession({ room }: Pick<Board, 'room'>, rules?: RoomRules): Session {
  room.setReadOnly(rules?.isReadOnly ?? false)
  return {
    code: rules?.code ?? newRoomCode(),
    isDoorOpen: rules?.isDoorOpen ?? true,
    removed: new Set(rules?.removed),
  }
}

/** Does in an open room what whoever hosts asks. */
export function leadSession({ room }: Pick<Board, 'room'>, session: Session, order: RoomOrder): void {
  switch (order.do) {
    case 'door':
      session.isDoorOpen = order.isOpen
      break
    case 'readOnly':
      room.setReadOnly(order.isOn)
      break
    case 'remove':
      session.removed.add(order.person)
      for (const member of [...room.members]) {
        if (member.isGuest && member.owner === order.person) member.end({ say: 'refused', code: 'removed' })
      }
  }
}
