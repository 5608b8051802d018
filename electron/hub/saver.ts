import * as Y from 'yjs'
import type { FailureCode } from '#shared/failure'
import type { SealedChange } from '../files/sealedRows'
import type { FileThread } from '../files/thread/openFile'

/** From the first waiting update to its write, ms. With a round of edits before it this stays well under 250. */
const GATHER = 100
const FIRST_RETRY = 500
const LONGEST_RETRY = 5_000

/** Brings what happens in a document to its file, gathered, and keeps what could not be written. */
export interface Saver {
  add(update: Uint8Array): void
  /** Who comes back with which token: the hash and the person. */
  remember(token: string, person: string): void
  /** What a round keeps sealed, or lets go of; with updates added in the same moment it is one write. */
  seal(change: SealedChange): void
  /** Something is to be acknowledged even if it changed nothing. */
  touch(): void
  /** Writes at once what waits; resolves when that is in the file, or could not be written. */
  flush(): Promise<void>
  /** Why the file does not have everything; undefined when it does or will in a moment. */
  failure(): FailureCode | undefined
  /** Writes what waits, and lets go of the file. Nothing may be added afterwards. */
  close(): Promise<void>
}

export interface SaverListener {
  /** Everything added so far is being written; what is returned is called when the file has it. */
  writing(): () => void
  failed(code: FailureCode): void
}

/** Follows a document into `file`, one write at a time. */
export function createSaver(
  file: Pick<FileThread, 'append' | 'compact' | 'close'>,
  listener: SaverListener,
): Saver {
  let updates: Uint8Array[] = []
  let devices = new Map<string, string>()
  /** By round and person: only the latest counts. */
  let sealed = new Map<string, SealedChange>()
  let timer: NodeJS.Timeout | undefined
  let failure: FailureCode | undefined
  let retry = FIRST_RETRY
  let writing: Promise<void> | undefined
  let isTouched = false

  const schedule = (wait: number) => {
    timer ??= setTimeout(() => {
      timer = undefined
      void flush()
    }, wait)
  }

  const write = async (): Promise<void> => {
    const saved = listener.writing()
    isTouched = false
    if (updates.length > 0 || devices.size > 0 || sealed.size > 0) {
      // Merged, so that what failed and waits again stays one record, and opening has fewer to replay.
      const batch = { updates: updates.length > 1 ? [Y.mergeUpdates(updates)] : updates, devices }
      const changes = sealed
      updates = []
      devices = new Map()
      sealed = new Map()
      const done = await file.append({ ...batch, sealed: [...changes.values()] })
      if (!done.ok) {
        updates = [...batch.updates, ...updates]
        devices = new Map([...batch.devices, ...devices])
        sealed = new Map([...changes, ...sealed])
        const { code } = done.failure
        if (failure !== code) listener.failed(code)
        failure = code
        schedule(retry)
        retry = Math.min(LONGEST_RETRY, retry * 2)
        return
      }
      // A snapshot that fails loses nothing: the updates are in the file.
      if (done.value.isTailLong) void file.compact()
    }
    failure = undefined
    retry = FIRST_RETRY
    saved()
  }

  const isWaiting = () => updates.length > 0 || devices.size > 0 || sealed.size > 0 || isTouched

  async function flush(): Promise<void> {
    // What came during a write goes with the next one; a failed one waits for its turn.
    while (writing) await writing
    if (!isWaiting()) return
    clearTimeout(timer)
    timer = undefined
    writing = write().finally(() => {
      writing = undefined
      if (isWaiting()) schedule(failure === undefined ? GATHER : retry)
    })
    await writing
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
    seal(change) {
      sealed.set(`${change.round} ${change.person}`, change)
      schedule(GATHER)
    },
    touch() {
      isTouched = true
      schedule(updates.length > 0 || devices.size > 0 || sealed.size > 0 ? GATHER : 0)
    },
    flush,
    failure: () => failure,
    async close() {
      await flush()
      clearTimeout(timer)
      timer = undefined
      await file.close()
    },
  }
}
