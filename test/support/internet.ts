import type { ElectronApplication, Page } from '@playwright/test'

/** Adds every address that a page asks for, or is kept by its own rules from asking for, to `asked`. */
export function watchPage(page: Page, asked: string[]): void {
  page.on('request', (request) => asked.push(request.url()))
  page.on('websocket', (socket) => asked.push(socket.url()))
  page.on('console', (message) => {
    if (message.text().includes('Content Security Policy')) asked.push(`refused: ${message.text()}`)
  })
}

/**
 * Listens inside the app, below its pages: to what Chromium sends or is forbidden to send, and to every socket
 * that Node opens in the main process. Returns the way to read what was heard.
 */
export async function listenInApp(app: ElectronApplication): Promise<() => Promise<string[]>> {
  await app.evaluate(({ session }) => {
    const heard: string[] = []
    Object.assign(globalThis, { heardOfInternet: heard })
    session.defaultSession.webRequest.onSendHeaders(({ url }) => heard.push(url))
    session.defaultSession.webRequest.onErrorOccurred(({ url }) => heard.push(url))
    const { Socket } = process.getBuiltinModule('node:net')
    const connect = Socket.prototype.connect
    Socket.prototype.connect = function (this: unknown, ...to: unknown[]) {
      const [target] = (Array.isArray(to[0]) ? to[0] : to) as [{ host?: string; path?: string } | undefined]
      if (typeof target === 'object' && !target?.path) heard.push(`tcp://${target?.host ?? 'localhost'}`)
      return Reflect.apply(connect, this, to)
    } as typeof connect
  })
  return () => app.evaluate(() => (globalThis as unknown as { heardOfInternet: string[] }).heardOfInternet)
}

/** Those of these addresses that lead away from this machine. */
export function outsideOf(addresses: readonly string[]): string[] {
  return addresses.filter((address) => {
    const { protocol, hostname } = URL.canParse(address)
      ? new URL(address)
      : { protocol: address, hostname: address }
    if (LOCAL_SCHEMES.has(protocol)) return false
    return !LOCAL_HOSTS.has(hostname)
  })
}

const LOCAL_SCHEMES = new Set(['app:', 'file:', 'data:', 'blob:', 'devtools:', 'chrome-extension:', 'about:'])
const LOCAL_HOSTS = new Set(['localhost', '127.0.0.1', '[::1]', '::1'])
