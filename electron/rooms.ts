import { z } from 'zod'
import { failed, type Result, success } from '#shared/failure'
import {
  type HostedRoom,
  type Invitation,
  invitation,
  type RoomOrder,
  type RoomRules,
} from '#shared/ipc/contract'
import type { Hub } from './hubClient'
import { type Networks, watchNetworks } from './networkWatch'

/** The rooms that are open on this computer's boards, and what their host's windows and projectors are told of them. */
export interface Rooms {
  /**
   * Opens the room on a board. One that is open stays so; its addresses are looked up again, as they are by themselves
   * when a network comes or goes.
   */
  open(path: string): Promise<Result<HostedRoom>>
  /** Closes the room: guests are sent out and the code is worth nothing any more. */
  close(path: string): Promise<void>
  /** Asks the hub to do something in an open room. */
  lead(path: string, order: RoomOrder): Promise<Result<HostedRoom>>
  /** Null when no room is open on the board. */
  state(path: string): HostedRoom | null
  /** Fills the projector with the code, or takes it off. Without a room it does nothing. */
  showCode(path: string, isShown: boolean): void
  /** Shows the addresses on this network, as long as the app runs: it is this computer that is on several. */
  showNetwork(network: string): void
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
  readonly rules: Omit<RoomRules, 'code'>
}

const FIRST: Omit<Open, 'invitation'> = {
  isCodeShown: false,
  rules: { isDoorOpen: true, isReadOnly: false, removed: [] },
}

export function createRooms(hub: Pick<Hub, 'ask'>, host: () => string, networks?: Networks): Rooms {
  const rooms = new Map<string, Open>()
  let chosen: string | undefined
  const listeners: ((path: string, room: HostedRoom | null) => void)[] = []

  const state = (path: string): HostedRoom | null => {
    const room = rooms.get(path)
    if (!room) return null
    const { invitation, isCodeShown, rules } = room
    const { addresses } = invitation
    const address = addresses.find(({ network }) => network === chosen) ?? addresses[0]
    const url = address?.url ?? ''
    return { ...invitation, url, isCodeShown, isDoorOpen: rules.isDoorOpen, isReadOnly: rules.isReadOnly }
  }
  const tell = (path: string) => {
    for (const listener of listeners) listener(path, state(path))
  }
  let stopWatching: (() => void) | undefined
  /** An open room is where its computer is: whoever moves to a hotspot needs another code on the screen at once. */
  const watch = () => {
    stopWatching ??= watchNetworks(() => {
      for (const path of rooms.keys()) void open(path)
    }, networks)
    if (rooms.size > 0) return
    stopWatching()
    stopWatching = undefined
  }
  const set = (path: string, room: Open) => {
    rooms.set(path, room)
    watch()
    tell(path)
  }
  const forget = (path: string) => {
    if (!rooms.delete(path)) return
    watch()
    tell(path)
  }

  const told = (path: string): Result<HostedRoom> => {
    const room = state(path)
    return room ? success(room) : failed('roomClosed')
  }

  /** Another computer that hosts the same room may come back and take its place. */
  const followEnd = async (path: string) => {
    const ended = await hub.ask({ do: 'roomEnd', path }, z.boolean())
    if (ended.ok && ended.value) forget(path)
  }

  const open = async (path: string): Promise<Result<HostedRoom>> => {
    const room = rooms.get(path)
    const rules = room && { ...room.rules, code: room.invitation.code }
    const opened = await hub.ask({ do: 'openRoom', path, host: host(), rules }, invitation)
    if (!opened.ok) return opened
    if (!room) void followEnd(path)
    set(path, { ...FIRST, ...rooms.get(path), invitation: opened.value })
    return told(path)
  }

  return {
    open,
    async close(path) {
      await hub.ask({ do: 'closeRoom', path }, z.unknown())
      forget(path)
    },
    async lead(path, order) {
      const done = await hub.ask({ do: 'leadRoom', path, order }, z.null())
      if (!done.ok) return done
      const room = rooms.get(path)
      if (room) set(path, after(room, order))
      return told(path)
    },
    state,
    showCode(path, isShown) {
      const room = rooms.get(path)
      if (isShown && room?.rules.isDoorOpen === false) return
      if (room && room.isCodeShown !== isShown) set(path, { ...room, isCodeShown: isShown })
    },
    showNetwork(network) {
      chosen = network
      for (const path of rooms.keys()) tell(path)
    },
    async reopen(path) {
      if (!rooms.has(path)) return
      const opened = await open(path)
      if (opened.ok) void followEnd(path)
      else forget(path)
    },
    forget,
    isAnyOpen: () => rooms.size > 0,
    onChanged: (listener) => {
      listeners.push(listener)
    },
  }
}

function after(room: Open, order: RoomOrder): Open {
  const { rules, isCodeShown } = room
  switch (order.do) {
    case 'door':
      // A code that lets nobody in is not worth a screen.
      return {
        ...room,
        isCodeShown: isCodeShown && order.isOpen,
        rules: { ...rules, isDoorOpen: order.isOpen },
      }
    case 'readOnly':
      return { ...room, rules: { ...rules, isReadOnly: order.isOn } }
    case 'remove':
      return { ...room, rules: { ...rules, removed: [...rules.removed, order.person] } }
  }
}
