import { BrowserWindow, ipcMain } from 'electron'
import { CALL_NAMES, callChannel } from '#shared/ipc/names'
import type { Log } from '../log'
import { answerCall, type Handlers } from './answerCall'
import { isOwnMainFrame } from './sender'

/** From now on windows of ours, and nobody else, can make the calls of the contract. */
export function registerCalls(handlers: Handlers<BrowserWindow>, log: Log): void {
  for (const name of CALL_NAMES) {
    ipcMain.handle(callChannel(name), (event, request: unknown) => {
      const window = BrowserWindow.fromWebContents(event.sender)
      if (!window || !isOwnMainFrame(event.senderFrame, event.sender.mainFrame)) {
        log.failure(`call ${name} came from a stranger`, event.senderFrame?.url ?? 'a frame that is gone')
        throw new Error('noPermission')
      }
      return answerCall(handlers, name, request, window, log)
    })
  }
}
