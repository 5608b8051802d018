import { contextBridge, ipcRenderer } from 'electron'
import {
  BRIDGE_KEY,
  type Bridge,
  CALL_NAMES,
  callChannel,
  EVENT_NAMES,
  eventChannel,
} from '#shared/ipc/names'

const bridge: Bridge = {
  call(name, request) {
    if (!CALL_NAMES.includes(name)) return Promise.reject(new Error('no such call'))
    return ipcRenderer.invoke(callChannel(name), request)
  },
  on(name, listener) {
    if (!EVENT_NAMES.includes(name)) throw new Error('no such event')
    const receive = (_event: unknown, payload: unknown) => listener(payload)
    ipcRenderer.on(eventChannel(name), receive)
    return () => ipcRenderer.off(eventChannel(name), receive)
  },
}

contextBridge.exposeInMainWorld(BRIDGE_KEY, bridge)
