import { z } from 'zod'
import { failed, type Result, success } from '#shared/failure'
import { type HostedRoom, type Invitation, invitation } from '#shared/ipc/contract'
import type { Hub } from './hubClient'

/** The rooms that are open on this computer's boards, and what their host's windows and projectors are told of them. */
export interface Rooms {
  /** Opens the room on a board. One that is open stays so; its addresses are looked up again. */
  open(path: string): Promise<Result<HostedRoom>>
  /** Closes the room: guests are sent out and the code is worth nothing any more. */
  close(path: string): Promise<void>
  /** Null when no room is open on the board. */
  state(path: string): HostedRoom | null
  /** Fills the projector with the code, or takes it off. Without a room it does nothing. */
  showCode(path: string, isShown: boolean): void
  /** Opens the room again on a board that a new hub has opened, if it was open at the old one. */
  reopen(path: string): Promise<void>
  /** The board is let go, and its room with it. */
  forget(path: string): void
  isAnyOpen(): boolean
  /** Calls `listener` when a room opens, changes, or closes (null). */
  onChanged(listener: (path: string, room: HostedRoom | null) => void): void
}

interface Open {
  readonly invitation: Invitation
  readonly isCodeShown: boolean
}

export function createRooms(hub: Pick<Hub, 'ask'>, host: () => string): Rooms {
  const rooms = new Map<string, Open>()
  const listeners: ((path: string, room: HostedRoom | null) => void)[] = []

  const state = (path: string): HostedRoom | null => {
    const room = rooms.get(path)
    return room ? { ...room.invitation, isCodeShown: room.isCodeShown } : null
  }
  const tell = (path: string) => {
    for (const listener of listeners) listener(path, state(path))
  }
  const set = (path: string, room: Open) => {
    rooms.set(path, room)
    tell(path)
  }
  const forget = (path: string) => {
    if (rooms.delete(path)) tell(path)
  }

  const open = async (path: string): Promise<Result<HostedRoom>> => {
    const opened = await hub.ask({ do: 'openRoom', path, host: host() }, invitation)
    if (!opened.ok) return opened
    set(path, { isCodeShown: false, ...rooms.get(path), invitation: opened.value })
    const room = state(path)
    return room ? success(room) : failed('unexpected')
  }

  return {
    open,
    async close(path) {
      await hub.ask({ do: 'closeRoom', path }, z.unknown())
      forget(path)
    },
    state,
    showCode(path, isShown) {
      const room = rooms.get(path)
      if (room && room.isCodeShown !== isShown) set(path, { ...room, isCodeShown: isShown })
    },
    async reopen(path) {
      if (!rooms.has(path)) return
      const opened = await open(path)
      if (!opened.ok) forget(path)
    },
    forget,
    isAnyOpen: () => rooms.size > 0,
    onChanged: (listener) => {
      listeners.push(listener)
    },
  }
}
