import type { BrowserWindow } from 'electron'
import { type EventName, type EventPayload, eventChannel, events } from '#shared/ipc/contract'

/** Tells a window something. A window that is gone is not told. Throws when the payload breaks the contract. */
export function sendEvent<N extends EventName>(
  window: BrowserWindow,
  name: N,
  payload: EventPayload<N>,
): void {
  if (window.isDestroyed()) return
  window.webContents.send(eventChannel(name), events[name].parse(payload))
}
