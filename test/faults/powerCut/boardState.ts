import { createHash } from 'node:crypto'
import { existsSync, readdirSync } from 'node:fs'
import { dirname, join } from 'node:path'
import type * as Y from 'yjs'
import { openBoardFile } from '../../../electron/files/boardFile'
import { unpackDocument } from '../../../electron/files/document'
import { canonical } from '../../support/canonical'
import { placesOfWords } from '../../support/wordsInFile'

/** What a person would miss of a board. */
export interface BoardState {
  readonly doc: Y.Doc
  /** Hash of a token → person. */
  readonly devices: ReadonlyMap<string, string>
  /** Names, the oldest first. */
  readonly versions: readonly string[]
  readonly pictures: number
  /** How often something was removed for good. */
  readonly purges: number
  /** Null for a board without one. */
  readonly passphrase: string | null
}

/** The same for equal states. */
export function digest({ doc, devices, versions, pictures, purges, passphrase }: BoardState): string {
  const people = [...devices].sort(([a], [b]) => (a < b ? -1 : 1))
  return createHash('sha256')
    .update(JSON.stringify([canonical(doc), people, versions, pictures, purges, passphrase]))
    .digest('hex')
    .slice(0, 16)
}

/** The state of a board that is not there yet. */
export const NO_BOARD = 'no board'

/** Opens what a power cut left, as the program does, and says which state it has or why it has none. */
export function stateAt(path: string, passphrases: readonly (string | null)[]): string {
  if (!existsSync(path)) return NO_BOARD
  let refused = ''
  for (const passphrase of passphrases) {
    const opened = openBoardFile(path, passphrase ?? undefined)
    if (!opened.ok) {
      refused = `${opened.failure.code} ${opened.failure.detail ?? ''}`
      if (opened.failure.code === 'needsPassphrase' || opened.failure.code === 'wrongPassphrase') continue
      return refused
    }
    const { file, contents } = opened.value
    try {
      const doc = unpackDocument(contents)
      const versions = file.versions.list()
      const pictures = file.assets.hashes()
      if (!doc.ok || !versions.ok || !pictures.ok) return 'it opens, but cannot be read'
      if (versions.value.damaged > 0) return 'it opens, but a version is damaged'
      return digest({
        doc: doc.value,
        devices: contents.devices,
        versions: versions.value.versions.map(({ about }) => String(about)).reverse(),
        pictures: pictures.value.length,
        purges: contents.purges,
        passphrase: file.isSealed() ? passphrase : null,
      })
    } finally {
      file.release()
    }
  }
  return refused
}

/** What a story says that is removed for good. */
export const PURGED = 'Wexlebrook Quandary'

/**
 * Where words that were removed for good can still be found: in the board, or in a generation beside it. Asked
 * once the board was opened, since one in the middle of a transaction cannot be read.
 */
export function placesOfPurged(path: string): string[] {
  const earlier = readdirSync(dirname(path)).filter((name) => name.endsWith('.bak'))
  return [
    ...placesOfWords(path, PURGED),
    ...earlier.flatMap((name) => {
      try {
        return placesOfWords(join(dirname(path), name), PURGED).map((place) => `${name}: ${place}`)
      } catch (error) {
        return `${name}, which does not read (${String(error)})`
      }
    }),
  ]
}
