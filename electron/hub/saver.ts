import * as Y from 'yjs'
import type { FailureCode } from '#shared/failure'
import type { BoardFile } from '../files/boardFile'

/** From the first waiting update to its write, ms. With a round of edits before it this stays under 250. */
const GATHER = 150
const FIRST_RETRY = 500
const LONGEST_RETRY = 5_000

/** Brings what happens in a document to its file, gathered, and keeps what could not be written. */
export interface Saver {
  add(update: Uint8Array): void
  /** Who comes back with which token: the hash and the person. */
  remember(token: string, person: string): void
  /** Something is to be acknowledged even if it changed nothing. */
  touch(): void
  /** Writes at once what waits. */
  flush(): void
  /** Why the file does not have everything; undefined when it does or will in a moment. */
  failure(): FailureCode | undefined
  /** Writes what waits, and lets go of the file. */
  close(): void
}

export interface SaverListener {
  /** The file has everything that was added. */
  saved(): void
  failed(code: FailureCode): void
}

/** Follows a document into `file`; `state` gives the whole document for a snapshot. */
export function createSaver(file: BoardFile, state: () => Uint8Array, listener: SaverListener): Saver {
  let updates: Uint8Array[] = []
  let devices = new Map<string, string>()
  let timer: NodeJS.Timeout | undefined
  let failure: FailureCode | undefined
  let retry = FIRST_RETRY

  const schedule = (wait: number) => {
    timer ??= setTimeout(flush, wait)
  }

  function flush(): void {
    clearTimeout(timer)
    timer = undefined
    if (updates.length > 0 || devices.size > 0) {
      // Merged, so that what failed and waits again stays one record, and opening has fewer to replay.
      if (updates.length > 1) updates = [Y.mergeUpdates(updates)]
      const done = file.append({ updates, devices })
      if (!done.ok) {
        const { code } = done.failure
        if (failure !== code) listener.failed(code)
        failure = code
        schedule(retry)
        retry = Math.min(LONGEST_RETRY, retry * 2)
        return
      }
    }
    updates = []
    devices = new Map()
    failure = undefined
    retry = FIRST_RETRY
    listener.saved()
    // A snapshot that fails loses nothing: the updates are in the file.
    if (file.isTailLong()) file.keepSnapshot(state())
  }

  return {
    add(update) {
      updates.push(update)
      schedule(GATHER)
    },
    remember(token, person) {
      devices.set(token, person)
      schedule(GATHER)
    },
    touch: () => schedule(updates.length > 0 || devices.size > 0 ? GATHER : 0),
    flush,
    failure: () => failure,
    close() {
      flush()
      clearTimeout(timer)
      file.close(failure === undefined ? state : undefined)
    },
  }
}
