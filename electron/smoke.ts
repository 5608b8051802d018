import { app, type BrowserWindow } from 'electron'

const SHOWN = `new Promise((resolve) => {
  const isShown = () => document.querySelector('main')?.textContent?.trim()
  const look = () => isShown() ? resolve(true) : requestAnimationFrame(look)
  look()
})`

/** For the packaged app's test: says so on standard output and ends once the first screen is shown. */
export function reportFirstScreen(window: BrowserWindow): void {
  window.webContents.once('did-finish-load', async () => {
    await window.webContents.executeJavaScript(SHOWN)
    process.stdout.write('smoke: ok\n')
    app.quit()
  })
}
