import { app, type Session, type WebContents, type WebPreferences } from 'electron'
import { isAllowedRequest, isOwnAddress } from './ownAddress'

/** A page may put plain text on the clipboard and fill the screen after a click; it gets nothing else. */
const GRANTED = new Set(['clipboard-sanitized-write', 'fullscreen'])

/** What every window of ours is made with, and what none may loosen. */
export function lockedPreferences(preload: string): WebPreferences {
  return {
    preload,
    sandbox: true,
    contextIsolation: true,
    nodeIntegration: false,
    nodeIntegrationInWorker: false,
    nodeIntegrationInSubFrames: false,
    webSecurity: true,
    allowRunningInsecureContent: false,
    webviewTag: false,
    navigateOnDragDrop: false,
    spellcheck: false,
  }
}

/** From now on no page, whoever made it, can leave the app's own address or open or embed another. */
export function lockPages(): void {
  app.on('web-contents-created', (_event, contents) => lockPage(contents))
}

function lockPage(contents: WebContents): void {
  contents.setWindowOpenHandler(() => ({ action: 'deny' }))
  contents.on('will-attach-webview', (event) => event.preventDefault())
  contents.on('will-redirect', (event) => event.preventDefault())
  contents.on('will-frame-navigate', (event) => {
    // The page may load itself again; it has no frames.
    if (!event.isMainFrame || !isOwnAddress(event.url)) event.preventDefault()
  })
}

/** Denies every permission but the granted few, and every request that leaves this machine. */
export function lockSession(session: Session): void {
  session.setPermissionRequestHandler((contents, permission, answer) => {
    answer(GRANTED.has(permission) && isOwnAddress(contents.getURL()))
  })
  session.setPermissionCheckHandler((_contents, permission, origin) => {
    return GRANTED.has(permission) && isOwnAddress(origin)
  })
  session.setDevicePermissionHandler(() => false)
  session.webRequest.onBeforeRequest((details, answer) => {
    answer({ cancel: !isAllowedRequest(details.url) })
  })
}
