import { closeSync, openSync, readSync } from 'node:fs'
import { plainCodec } from './codec'
import { HEADER } from './layout'
import type { OpenDatabase } from './openDatabase'
import { isSmall } from './readContents'
import { readAsset } from './rows'
import type { Steps } from './steps'

/**
 * Looks through what the opening of a large file left out, its pictures and its free pages, a little with each
 * step, so that other work on the file can be done in between. Returns what is wrong; undefined when nothing is,
 * or when the file was let go meanwhile.
 */
export function* checkRest(inside: OpenDatabase, path: string): Steps<string | undefined> {
  const begun = inside.read((database) => {
    if (isSmall(database)) return { ids: [], free: undefined }
    const ids = database.all('SELECT id FROM assets ORDER BY id').map(({ id }) => Number(id))
    return { ids, free: checkFreePages(path) }
  })
  if (!begun.ok) return found(begun.failure)
  if (begun.value.free !== undefined) return begun.value.free
  for (const id of begun.value.ids) {
    yield
    const whole = inside.read((database) => {
      const row = database.get('SELECT * FROM assets WHERE id = ?', [id])
      // One that was removed meanwhile is not lost. Checksums cover the sealed bytes.
      return row === undefined || row === null || readAsset(row, plainCodec) !== undefined
    })
    if (!whole.ok) return found(whole.failure)
    if (!whole.value) return `assets: row ${id}`
  }
  return undefined
}

/** Only damage counts: a stick that was pulled out is told of by whoever writes. */
const found = ({ code, detail }: { readonly code: string; readonly detail?: string | undefined }) =>
  code === 'corrupt' ? (detail ?? code) : undefined

const FIRST_FREE = 32
const FREE_COUNT = 36

/**
 * What is wrong with the list of free pages; undefined when nothing is. A page that is wrongly in it would be written
 * over. The list is described at https://sqlite.org/fileformat.html#the_freelist. Throws what the disk throws.
 */
export function checkFreePages(path: string): string | undefined {
  const file = openSync(path, 'r')
  const read = (length: number, at: number): Buffer => {
    const bytes = Buffer.alloc(length)
    return bytes.subarray(0, readSync(file, bytes, 0, length, at))
  }
  try {
    const header = read(100, 0)
    if (header.length < 100) return 'free pages: no header'
    const pageSize = header.readUInt16BE(HEADER.pageSize)
    const pages = header.readUInt32BE(HEADER.pages)
    const seen = new Set<number>()
    const isWrong = (page: number) => page < 2 || page > pages || seen.has(page)
    for (let trunk = header.readUInt32BE(FIRST_FREE); trunk !== 0; ) {
      if (isWrong(trunk)) return `free pages: page ${trunk}`
      seen.add(trunk)
      const bytes = read(pageSize, (trunk - 1) * pageSize)
      const count = bytes.length < pageSize ? pageSize : bytes.readUInt32BE(4)
      if (count > pageSize / 4 - 2) return `free pages: page ${trunk} lists ${count}`
      for (let leaf = 0; leaf < count; leaf++) {
        const page = bytes.readUInt32BE(8 + leaf * 4)
        if (isWrong(page)) return `free pages: page ${page}`
        seen.add(page)
      }
      trunk = bytes.readUInt32BE(0)
    }
    const said = header.readUInt32BE(FREE_COUNT)
    return seen.size === said ? undefined : `free pages: ${seen.size} of ${said}`
  } finally {
    closeSync(file)
  }
}
