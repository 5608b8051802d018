import { readFileSync } from 'node:fs'
import { createServer } from 'node:http'
import type { AddressInfo } from 'node:net'
import { extname, join, normalize, resolve } from 'node:path'
import react from '@vitejs/plugin-react'
import { build } from 'vite'

// The same from its source and from out/bench, where the dispatcher builds it.
const project = resolve(import.meta.dirname, import.meta.dirname.endsWith('frame') ? '../../..' : '../..')

const TYPES: Readonly<Record<string, string>> = {
  '.html': 'text/html; charset=utf-8',
  '.js': 'text/javascript',
  '.css': 'text/css',
}

/** Builds the benchmark's pages as the product is built and serves them on this machine alone. */
export async function servePages(): Promise<{ readonly url: string; stop(): void }> {
  const root = join(project, 'test/bench/frame')
  const outDir = join(project, 'out/bench-pages')
  await build({
    root,
    base: './',
    configFile: false,
    logLevel: 'error',
    plugins: [react()],
    build: {
      outDir,
      emptyOutDir: true,
      target: 'chrome120',
      rollupOptions: { input: [join(root, 'wall.html'), join(root, 'bare.html')] },
    },
  })
  const server = createServer((request, response) => {
    const path = normalize(decodeURIComponent(new URL(request.url ?? '/', 'http://x').pathname))
    try {
      const body = readFileSync(join(outDir, path))
      response.setHeader('content-type', TYPES[extname(path)] ?? 'application/octet-stream').end(body)
    } catch {
      response.writeHead(404).end()
    }
  })
  await new Promise<void>((listening) => server.listen(0, '127.0.0.1', listening))
  const { port } = server.address() as AddressInfo
  return { url: `http://127.0.0.1:${port}`, stop: () => server.close() }
}
