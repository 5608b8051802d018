import { accessSync, closeSync, constants, openSync, readSync, statSync } from 'node:fs'
import { dirname } from 'node:path'
import { failed, type Result, success } from '#shared/failure'
import { checkHeader, checkSchema } from './damage/checkHead'
import { looksLikeBoard } from './damage/looksLikeBoard'
import { openPages } from './damage/pages'
import { walk } from './damage/walk'
import { failureOf } from './failureOf'
import { hasJournal } from './journal'
import { FILE_VERSION, HEADER } from './layout'

/**
 * Says whether the file at `path` may be opened as a board, and of which version it is, without changing a
 * byte of it or around it. What is inside is checked afterwards, when it is read.
 */
export function inspect(path: string): Result<{ readonly version: number }> {
  const header = inspectHeader(path)
  if (!header.ok) return header
  try {
    if ((statSync(path).mode & 0o222) === 0) return failed('readOnly')
    accessSync(path, constants.R_OK | constants.W_OK)
    accessSync(dirname(path), constants.W_OK)
    return header
  } catch (error) {
    return failureOf(error, path)
  }
}

/** The same for a file that is only to be read. */
export function inspectHeader(path: string): Result<{ readonly version: number }> {
  try {
    const stat = statSync(path)
    if (stat.isDirectory()) return failed('isFolder')
    if (!stat.isFile()) return failed('notABoard', 'not a regular file')
    if (stat.size === 0) return failed('emptyFile')
    const header = readHeader(path)
    const looks = looksLikeBoard(header)
    if (looks !== 'yes') return failed(looks === 'damaged' ? 'corrupt' : 'notABoard', 'the first bytes')
    if (header.length < 100) return failed('truncated', `${stat.size} bytes`)
    const version = header.readUInt32BE(HEADER.version)
    if (version > FILE_VERSION) {
      const isDamaged = version > LARGEST_VERSION && isOfThisVersion(path)
      return failed(isDamaged ? 'corrupt' : 'newerBoard', `file version ${version}`)
    }
    const [problem] = checkHeader(header)
    if (problem !== undefined) return failed('corrupt', problem)
    const whole = header.readUInt32BE(HEADER.pages) * header.readUInt16BE(HEADER.pageSize)
    // A file in the middle of a transaction may be short of pages; undoing it comes first.
    if (stat.size < whole && !hasJournal(path)) return failed('truncated', `${stat.size} of ${whole} bytes`)
    accessSync(path, constants.R_OK)
    return success({ version })
  } catch (error) {
    return failureOf(error, path)
  }
}

/** A number that no version will ever reach; a damaged byte may. */
const LARGEST_VERSION = 255

/** True when the tables are those of a version that is known, whatever number the file has. */
function isOfThisVersion(path: string): boolean {
  const pages = openPages(path)
  try {
    const structure = walk(pages)
    return [FILE_VERSION, 2].some((version) => checkSchema(structure, version).length === 0)
  } finally {
    pages.close()
  }
}

function readHeader(path: string): Buffer {
  const file = openSync(path, 'r')
  try {
    const header = Buffer.alloc(100)
    return header.subarray(0, readSync(file, header, 0, header.length, 0))
  } finally {
    closeSync(file)
  }
}
