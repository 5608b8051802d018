import { inflateSync } from 'fflate'
import * as Y from 'yjs'
import { failed, type Result, success } from '#shared/failure'

/** The document of a kept version: raw deflate of a Yjs update (version 2). `corrupt` when it is none. */
export function openVersion(packed: Uint8Array): Result<Y.Doc> {
  const doc = new Y.Doc()
  try {
    Y.applyUpdateV2(doc, inflateSync(packed))
    return success(doc)
  } catch (error) {
    doc.destroy()
    return failed('corrupt', String(error))
  }
}
