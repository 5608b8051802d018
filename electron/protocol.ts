import { readFile } from 'node:fs/promises'
import { extname, resolve, sep } from 'node:path'
import { protocol, type Session } from 'electron'
import { isOwnAddress, SCHEME } from './ownAddress'

const TYPES: Record<string, string> = {
  '.html': 'text/html; charset=utf-8',
  '.js': 'text/javascript; charset=utf-8',
  '.css': 'text/css; charset=utf-8',
  '.json': 'application/json; charset=utf-8',
  '.svg': 'image/svg+xml',
  '.png': 'image/png',
  '.jpg': 'image/jpeg',
  '.ico': 'image/x-icon',
  '.woff2': 'font/woff2',
  '.woff': 'font/woff',
  '.wasm': 'application/wasm',
}

/** The page may load itself, and speak to the app's own hub on loopback; nothing else. */
export const CONTENT_POLICY = [
  "default-src 'none'",
  "script-src 'self'",
  // Konva and the report's preview set styles on elements; styles cannot fetch anything that the rest forbids.
  "style-src 'self' 'unsafe-inline'",
  "font-src 'self'",
  "img-src 'self' data: blob: http://127.0.0.1:*",
  "connect-src 'self' ws://127.0.0.1:* http://127.0.0.1:*",
  "worker-src 'self'",
  "frame-src 'self'",
  "base-uri 'none'",
  "form-action 'none'",
  "frame-ancestors 'self'",
  "object-src 'none'",
].join('; ')

/** Must run before the app is ready. */
export function claimScheme(): void {
  protocol.registerSchemesAsPrivileged([
    { scheme: SCHEME, privileges: { standard: true, secure: true, supportFetchAPI: true, codeCache: true } },
  ])
}

/** From now on `app://ground/…` answers with the files of `root` in this session. */
export function serveApp(session: Session, root: string): void {
  session.protocol.handle(SCHEME, async (request) => {
    const path = request.method === 'GET' ? assetPath(root, request.url) : null
    const bytes = path === null ? null : await readFile(path).catch(() => null)
    if (path === null || bytes === null) return new Response(null, { status: 404 })
    return new Response(new Uint8Array(bytes), { headers: headersFor(path) })
  })
}

/** The file under `root` that an address names, or null for every address that could lead anywhere else. */
export function assetPath(root: string, address: string): string | null {
  if (!isOwnAddress(address)) return null
  let name: string
  try {
    name = decodeURIComponent(new URL(address).pathname)
  } catch {
    return null
  }
  if (/[\\\0:]/.test(name)) return null
  const folder = resolve(root)
  const path = resolve(folder, `.${name === '/' ? '/index.html' : name}`)
  return path.startsWith(folder + sep) ? path : null
}

function headersFor(path: string): Record<string, string> {
  return {
    'content-type': TYPES[extname(path).toLowerCase()] ?? 'application/octet-stream',
    'content-security-policy': CONTENT_POLICY,
    'x-content-type-options': 'nosniff',
    'cross-origin-opener-policy': 'same-origin',
    'referrer-policy': 'no-referrer',
  }
}
