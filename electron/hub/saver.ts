import * as Y from 'yjs'
import { type FailureCode, failed, type Result } from '#shared/failure'
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
  /**
   * Calls `begin` when the file has what was added by now, before it is given anything that comes later; or says why it
   * could not be written.
   */
  whenSaved<T>(begin: () => Promise<Result<T>>): Promise<Result<T>>
  /** Something that was added is not given to the file yet. */
  isWaiting(): boolean
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

/** What is written in one go. */
interface Portion {
  readonly updates: Uint8Array[]
  readonly devices: Map<string, string>
  /** By round and person: only the latest counts. */
  readonly sealed: Map<string, SealedChange>
  /** Called when the file has it, or it could not be written. */
  readonly over: ((failure: FailureCode | undefined) => void)[]
}

const emptyPortion = (): Portion => ({ updates: [], devices: new Map(), sealed: new Map(), over: [] })

const isEmpty = ({ updates, devices, sealed }: Portion) =>
  updates.length === 0 && devices.size === 0 && sealed.size === 0

/** What could not be written, as one record, with what came after it. Who waited for it has been told. */
function joinPortions(left: readonly Portion[], later: Portion): Portion {
  const all = [...left, later]
  const updates = left.flatMap((portion) => portion.updates)
  return {
    updates: [...(updates.length > 0 ? [Y.mergeUpdates(updates)] : []), ...later.updates],
    devices: new Map(all.flatMap(({ devices }) => [...devices])),
    sealed: new Map(all.flatMap(({ sealed }) => [...sealed])),
    over: later.over,
  }
}

/** Follows a document into `file`, one write at a time. */
export function createSaver(
  file: Pick<FileThread, 'append' | 'compact' | 'close'>,
  listener: SaverListener,
): Saver {
  /** What waits, in its order; whatever is added goes to the last one. */
  let portions = [emptyPortion()]
  /** The last of what is being written. */
  let underWay: Portion | undefined
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

  const last = (): Portion => portions.at(-1) as Portion

  const refuse = (code: FailureCode, left: readonly Portion[]) => {
    const [next = emptyPortion(), ...others] = portions
    portions = [joinPortions(left, next), ...others]
    if (failure !== code) listener.failed(code)
    failure = code
    for (const { over } of left) for (const call of over) call(code)
    schedule(retry)
    retry = Math.min(LONGEST_RETRY, retry * 2)
  }

  const write = async (): Promise<void> => {
    const saved = listener.writing()
    isTouched = false
    const taken = portions.filter((portion) => !isEmpty(portion))
    portions = [emptyPortion()]
    underWay = taken.at(-1)
    let isTailLong = false
    for (const [at, portion] of taken.entries()) {
      const { updates, devices, sealed, over } = portion
      // Merged, so that opening has fewer to replay.
      const merged = updates.length > 1 ? [Y.mergeUpdates(updates)] : updates
      const done = await file.append({ updates: merged, devices, sealed: [...sealed.values()] })
      // From here on nobody can wait for it any more.
      if (!done.ok || portion === underWay) underWay = undefined
      if (!done.ok) return refuse(done.failure.code, taken.slice(at))
      isTailLong ||= done.value.isTailLong
      for (const call of over) call(undefined)
    }
    // A snapshot that fails loses nothing: the updates are in the file.
    if (isTailLong) void file.compact()
    failure = undefined
    retry = FIRST_RETRY
    saved()
  }

  const hasRecords = () => portions.some((portion) => !isEmpty(portion))
  const isWaiting = () => hasRecords() || isTouched

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
      last().updates.push(update)
      schedule(GATHER)
    },
    remember(token, person) {
      last().devices.set(token, person)
      schedule(GATHER)
    },
    seal(change) {
      last().sealed.set(`${change.round} ${change.person}`, change)
      schedule(GATHER)
    },
    touch() {
      isTouched = true
      schedule(hasRecords() ? GATHER : 0)
    },
    flush,
    async whenSaved(begin) {
      const portion = last().updates.length > 0 ? last() : (portions.at(-2) ?? underWay)
      if (portion === last()) portions.push(emptyPortion())
      if (!portion) return begin()
      return new Promise((resolve) => {
        portion.over.push((code) =>
          resolve(code === undefined ? begin() : failed(code, 'not everything is in the file')),
        )
        void flush()
      })
    },
    isWaiting,
    failure: () => failure,
    async close() {
      await flush()
      clearTimeout(timer)
      timer = undefined
      await file.close()
    },
  }
}
