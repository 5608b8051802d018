import * as Y from 'yjs'
import { failed, type Result, success } from '#shared/failure'
import { openBoardFile } from './boardFile'

/** Reads every record of a board file and replays it. The file is let go unchanged. */
export function verifyBoardFile(path: string): Result<{ records: number }> {
  const opened = openBoardFile(path)
  if (!opened.ok) return opened
  const { file, contents } = opened.value
  try {
    const doc = new Y.Doc()
    for (const update of contents.updates) Y.applyUpdate(doc, update)
    return success({ records: contents.updates.length })
  } catch (error) {
    return failed('corrupt', String(error))
  } finally {
    file.close()
  }
}
