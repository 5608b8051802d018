import type * as Y from 'yjs'
import { openBoardFile } from '../../../electron/files/boardFile'
import { unpackDocument } from '../../../electron/files/document'
import { unwrap } from '../../support/results'

/** What a board file holds, once nobody has it open. */
export function readBoard(path: string): Y.Doc {
  const { file, contents } = unwrap(openBoardFile(path))
  const doc = unwrap(unpackDocument(contents))
  file.close()
  return doc
}
