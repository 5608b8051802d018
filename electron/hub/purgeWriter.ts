import type { CalledOrder } from '#shared/board/called'
import { failed, type Result } from '#shared/failure'
import type { PurgedFile } from '../files/purgeFile'
import type { FileThread } from '../files/thread/openFile'
import type { Purges } from './purges'
import type { Saver } from './saver'

/** Takes what is gone from a board's document out of its file too. */
export interface PurgeWriter {
  /** After all that came before is in the file; `taken` went from the document. A failure is tried again by `retry`. */
  write(taken: CalledOrder): Promise<Result<PurgedFile>>
  /** Tries once more what failed; nothing otherwise. */
  retry(): Promise<void>
  /** Resolves when no writing is under way and what could be written is. */
  finish(): Promise<void>
}

/** Writes the purges of a board into `file`; `fresh` are the pictures that came just now. */
export function createPurgeWriter(
  file: Pick<FileThread, 'purge'>,
  saver: () => Pick<Saver, 'flush' | 'failure'>,
  purges: Pick<Purges<object>, 'orders' | 'count'>,
  fresh: () => readonly string[],
): PurgeWriter {
  let isOwed = false
  let taken: readonly CalledOrder[] = []
  let running: Promise<unknown> = Promise.resolve()

  const write = async (): Promise<Result<PurgedFile>> => {
    isOwed = false
    const failure = saver().failure()
    const done = failure
      ? failed(failure, 'the file does not have what came before')
      : await file.purge({ orders: purges.orders(), count: purges.count(), taken, fresh: fresh() })
    if (done.ok) taken = []
    else isOwed = true
    return done
  }
  const writer: PurgeWriter = {
    write(more) {
      taken = [...taken, more]
      const done = saver().flush().then(write)
      running = done
      return done
    },
    async retry() {
      if (!isOwed) return
      running = write()
      await running
    },
    async finish() {
      await running
      await writer.retry()
    },
  }
  return writer
}
