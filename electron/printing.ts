import { randomUUID } from 'node:crypto'
import { BrowserWindow, session } from 'electron'
import { SCHEME } from './ownAddress'

/** ms within which a document must have been laid out. */
const PATIENCE = 120_000

/** A report carries its pictures and fonts inside; whatever it still names outside is not fetched. */
const PRINT_POLICY = "default-src 'none'; style-src 'unsafe-inline'; img-src data:; font-src data:"

/**
 * Prints a whole HTML document to a tagged PDF with bookmarks, on the pages its own style asks for. Scripts in it do
 * not run. Rejects when it cannot be laid out within two minutes.
 */
export async function printPdf(html: string): Promise<Uint8Array> {
  // A session of its own: nothing in the document can reach the app's pages, and it is gone afterwards.
  const print = session.fromPartition(`print-${randomUUID()}`)
  // Served and not in a data: address, which Chromium cuts off at 2 MB.
  print.protocol.handle(SCHEME, () => {
    const headers = { 'content-type': 'text/html; charset=utf-8', 'content-security-policy': PRINT_POLICY }
    return new Response(html, { headers })
  })
  print.setPermissionRequestHandler((_contents, _permission, answer) => answer(false))
  print.webRequest.onBeforeRequest((details, answer) => {
    const isInside = details.url.startsWith(`${SCHEME}://print/`) || details.url.startsWith('data:')
    answer({ cancel: !isInside })
  })
  const window = new BrowserWindow({
    show: false,
    webPreferences: {
      session: print,
      sandbox: true,
      contextIsolation: true,
      nodeIntegration: false,
      javascript: false,
      webviewTag: false,
      spellcheck: false,
    },
  })
  try {
    return await within(PATIENCE, async () => {
      await window.loadURL(`${SCHEME}://print/document.html`)
      return window.webContents.printToPDF({
        generateTaggedPDF: true,
        generateDocumentOutline: true,
        printBackground: true,
        preferCSSPageSize: true,
      })
    })
  } finally {
    window.destroy()
    print.protocol.unhandle(SCHEME)
  }
}

function within<T>(limit: number, work: () => Promise<T>): Promise<T> {
  return new Promise((resolve, reject) => {
    const timer = setTimeout(() => reject(new Error(`not printed within ${limit} ms`)), limit)
    work()
      .then(resolve, reject)
      .finally(() => clearTimeout(timer))
  })
}
