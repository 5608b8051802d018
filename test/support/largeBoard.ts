import { randomBytes } from 'node:crypto'
import { readFileSync, writeFileSync } from 'node:fs'
import { openBoardFile } from '../../electron/files/boardFile'
import { unwrap } from './results'

const PICTURE = 4 * 1024 * 1024

/** Fills the closed board at `path` with pictures until it is larger than what is checked whole at opening; their hashes. */
export function fillWithPictures(path: string): string[] {
  const { file } = unwrap(openBoardFile(path))
  const hashes = Array.from({ length: 17 }, () => unwrap(file.assets.keep('image/png', randomBytes(PICTURE))))
  file.release()
  return hashes
}

/** Changes one byte in the middle of the file, which belongs to some picture. */
export function damagePicture(path: string): void {
  const bytes = readFileSync(path)
  const at = Math.floor(bytes.length / 2) + 100
  bytes[at] = (bytes[at] ?? 0) ^ 1
  writeFileSync(path, bytes)
}
