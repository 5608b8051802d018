import { readdirSync } from 'node:fs'
import { readFile } from 'node:fs/promises'
import { extname, join } from 'node:path'
import { promisify } from 'node:util'
import { gzip } from 'node:zlib'
import { mediaTypeOf } from '../mediaTypes'

export interface BundleFile {
  readonly type: string
  /** Named after its content, so that a browser may keep it. */
  readonly isHashed: boolean
  /** What it holds; empty when the file has gone since. */
  read(): Promise<Buffer>
  /** The same packed by gzip, made once; undefined for what is packed already, or not named after its content. */
  readonly readPacked: (() => Promise<Buffer>) | undefined
}

/** What shrinks to a third or less; pictures and fonts do not. */
const PACKED_WELL = ['.js', '.css', '.svg', '.json']
const pack = promisify(gzip)

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
      const isHashed = path.startsWith('/assets/')
      const read = () => readFile(join(folder, path)).catch(() => Buffer.alloc(0))
      const packsWell = isHashed && PACKED_WELL.includes(extname(entry.name))
      files.set(path, { type, isHashed, read, readPacked: packsWell ? packedOnce(read) : undefined })
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

/** Forty phones that come in at once wait for one packing, and take what it made. */
function packedOnce(read: () => Promise<Buffer>): () => Promise<Buffer> {
  let packed: Promise<Buffer> | undefined
  return () => {
    packed ??= read().then((bytes) => pack(bytes, { level: 9 }))
    return packed
  }
}
