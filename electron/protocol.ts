import { readFile } from 'node:fs/promises'
import { protocol, type Session } from 'electron'
import { assetPath } from './assetPath'
import { mediaTypeOf } from './mediaTypes'
import { SCHEME } from './ownAddress'

/** The page may load itself, and speak to the app's own hub on loopback; nothing else. */
export const CONTENT_POLICY = [
  "default-src 'none'",
  "script-src 'self'",
  "style-src 'self'",
  "font-src 'self'",
  "img-src 'self' data: blob: http://127.0.0.1:*",
  "connect-src 'self' ws://127.0.0.1:* http://127.0.0.1:*",
  "worker-src 'self'",
  "frame-src 'none'",
  "base-uri 'none'",
  "form-action 'none'",
  "frame-ancestors 'none'",
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

function headersFor(path: string): Record<string, string> {
  return {
    'content-type': mediaTypeOf(path) ?? 'application/octet-stream',
    'content-security-policy': CONTENT_POLICY,
    'x-content-type-options': 'nosniff',
    'cross-origin-opener-policy': 'same-origin',
    'referrer-policy': 'no-referrer',
  }
}
