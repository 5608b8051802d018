import { type Result, success } from '#shared/failure'
import { openBoardFile } from './boardFile'
import { unpackDocument } from './document'

/** Reads every record of a board file and replays it. The file is let go unchanged. */
export function verifyBoardFile(path: string, passphrase?: string): Result<{ records: number }> {
  const opened = openBoardFile(path, passphrase)
  if (!opened.ok) return opened
  const { file, contents } = opened.value
  try {
    const doc = unpackDocument(contents)
    return doc.ok ? success({ records: contents.updates.length + 1 }) : doc
  } finally {
    file.close()
  }
}
