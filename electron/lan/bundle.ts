import { readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { mediaTypeOf } from '../mediaTypes'

export interface BundleFile {
  readonly type: string
  /** Named after its content, so that a browser may keep it. */
  readonly isHashed: boolean
  /** Empty when the file has gone since. */
  read(): Buffer
}

/**
 * The files of the renderer's bundle by their path in a URL. Only what is listed here is ever served, so
 * no spelling of a path leads anywhere else. Empty when there is no such folder.
 */
export function listBundle(folder: string): ReadonlyMap<string, BundleFile> {
  const files = new Map<string, BundleFile>()
  const walk = (inside: string) => {
    for (const entry of readdirSync(join(folder, inside), { withFileTypes: true })) {
      const path = `${inside}/${entry.name}`
      if (entry.isDirectory()) walk(path)
      const type = mediaTypeOf(entry.name)
      if (!entry.isFile() || type === undefined) continue
      files.set(path, {
        type,
        isHashed: path.startsWith('/assets/'),
        read: () => readOrNothing(join(folder, path)),
      })
    }
  }
  try {
    walk('')
  } catch {
    return new Map()
  }
  const index = files.get('/index.html')
  if (index) files.set('/', index)
  return files
}

function readOrNothing(path: string): Buffer {
  try {
    return readFileSync(path)
  } catch {
    return Buffer.alloc(0)
  }
}
