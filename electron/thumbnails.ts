import { createHash } from 'node:crypto'
import { copyFile, mkdir, readFile, rename, rm } from 'node:fs/promises'
import { join } from 'node:path'
import { writeWhole } from './writeWhole'

/** Bytes; a picture of a wall is far smaller. */
const LARGEST = 1_000_000

/** Small pictures of walls for Home, one file per board. */
export interface Thumbnails {
  /** Keeps a PNG or JPEG; anything else is ignored. */
  keep(board: string, image: Uint8Array): Promise<void>
  /** As a data URL, or empty. */
  read(board: string): Promise<string>
  copy(from: string, to: string): Promise<void>
  move(from: string, to: string): Promise<void>
  forget(board: string): Promise<void>
}

/** Thumbnails kept in `folder`, which is made when there is one to keep. */
export function createThumbnails(folder: string): Thumbnails {
  const fileOf = (board: string) =>
    join(folder, createHash('sha256').update(board).digest('hex').slice(0, 32))
  return {
    keep: async (board, image) => {
      if (image.length > LARGEST || kindOf(image) === null) return
      await mkdir(folder, { recursive: true })
      await writeWhole(fileOf(board), image)
    },
    read: async (board) => {
      const bytes = await readFile(fileOf(board)).catch(() => new Uint8Array())
      const kind = kindOf(bytes)
      return kind === null ? '' : `data:${kind};base64,${Buffer.from(bytes).toString('base64')}`
    },
    // A board without a picture has none to copy.
    copy: (from, to) => copyFile(fileOf(from), fileOf(to)).catch(() => undefined),
    move: (from, to) => rename(fileOf(from), fileOf(to)).catch(() => undefined),
    forget: (board) => rm(fileOf(board), { force: true }),
  }
}

function kindOf(bytes: Uint8Array): 'image/png' | 'image/jpeg' | null {
  const start = Buffer.from(bytes.subarray(0, 4)).toString('hex')
  if (start === '89504e47') return 'image/png'
  return start.startsWith('ffd8ff') ? 'image/jpeg' : null
}
