import { openBoardFile } from '../../electron/files/boardFile'
import { unpackDocument } from '../../electron/files/document'
import { canonical } from './canonical'
import { unwrap } from './results'

/** Everything that a board file holds, as texts that can be compared. */
export interface BoardFacts {
  readonly document: string
  readonly versions: readonly string[]
  readonly pictures: readonly string[]
  readonly people: readonly string[]
  readonly exports: readonly string[]
  readonly sealed: readonly string[]
  /** True when something in the document waits for what is not there. */
  readonly isWaiting: boolean
}

/** Opens a board file, reads all of it, and lets it go as it is. */
export function factsOf(path: string): BoardFacts {
  const { file, contents } = unwrap(openBoardFile(path))
  const doc = unwrap(unpackDocument(contents))
  const facts = {
    document: canonical(doc),
    versions: unwrap(file.versions.list()).versions.map((version) => JSON.stringify(version)),
    pictures: unwrap(file.assets.hashes()).filter((hash) => file.assets.read(hash).ok),
    people: [...contents.devices].map(([token, person]) => `${token} ${person}`),
    exports: unwrap(file.exports.list()).map((one) => JSON.stringify(one)),
    sealed: contents.sealed.map(
      ({ round, person, data }) => `${round} ${person} ${Buffer.from(data).toString('hex')}`,
    ),
    isWaiting: doc.store.pendingStructs !== null || doc.store.pendingDs !== null,
  }
  file.release()
  return facts
}
