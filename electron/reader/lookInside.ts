import type * as Y from 'yjs'
import { type Result, success } from '#shared/failure'
import { unpackDocument } from '../files/document'
import { lookAt } from '../files/lookAt'

/** What a board file holds, as it is at this moment. */
export interface BoardInside {
  /** Who hosted it last; empty when nobody has said so. */
  readonly host: string
  /** PNG or JPEG */
  readonly thumbnail: Uint8Array | null
  readonly doc: Y.Doc
}

/** Reads a board file without taking it: also one that is open elsewhere or may not be written. */
export function lookInside(path: string): Result<BoardInside> {
  const opened = lookAt(path)
  if (!opened.ok) return opened
  const { file, contents } = opened.value
  try {
    const doc = unpackDocument(contents)
    if (!doc.ok) return doc
    const thumbnail = file.readMeta('thumbnail')
    return success({
      host: contents.host,
      thumbnail: thumbnail.ok ? thumbnail.value : null,
      doc: doc.value,
    })
  } finally {
    file.close()
  }
}
