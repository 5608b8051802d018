import { execFileSync } from 'node:child_process'
import { existsSync, mkdirSync, writeFileSync } from 'node:fs'
import { join, resolve } from 'node:path'
import { pathToFileURL } from 'node:url'

const VERSION = '0.1.1'

/**
 * Puts `@y/websocket-server` where the bench can run it, and returns its address for `import`. It is no dependency: its
 * optional storage would bring 27 packages and a native database that nothing here uses. Undefined where the registry
 * cannot be reached.
 */
export function theirServer(): string | undefined {
  const folder = resolve('out/beside')
  const script = join(folder, 'node_modules/@y/websocket-server/src/utils.js')
  if (!existsSync(script)) {
    mkdirSync(folder, { recursive: true })
    writeFileSync(join(folder, 'package.json'), '{"private":true}')
    const packages = [`@y/websocket-server@${VERSION}`, 'yjs@13']
    const how = ['--omit=optional', '--ignore-scripts', '--no-audit', '--no-fund', '--loglevel=error']
    try {
      execFileSync('npm', ['install', ...how, ...packages], { cwd: folder, stdio: 'ignore' })
    } catch {
      return undefined
    }
    // Named in an import that only storage would use.
    const storage = join(folder, 'node_modules/y-leveldb')
    mkdirSync(storage, { recursive: true })
    writeFileSync(join(storage, 'package.json'), '{"name":"y-leveldb","type":"module","main":"index.js"}')
    writeFileSync(join(storage, 'index.js'), 'export class LeveldbPersistence {}\n')
  }
  return pathToFileURL(script).href
}
