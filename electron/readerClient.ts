import type { Result } from '#shared/failure'
import {
  type BoardFacts,
  boardFacts,
  type ReaderRequest,
  readerAnswer,
  type SearchAnswer,
  type SoughtBoard,
  searchAnswer,
} from '#shared/ipc/readerContract'
import { type HelperProcess, startHelper } from './helperProcess'
import type { Log } from './log'

/** ms without a question after which the process ends, and with it every word that it remembers. */
const REST = 120_000
/** ms for one step of a search: the person is still typing. */
const PATIENCE = 200

/** Reads boards in a process of its own, so that neither a window nor the room ever waits for it. */
export interface BoardReader {
  describe(path: string): Promise<Result<BoardFacts>>
  search(query: string, boards: readonly SoughtBoard[]): Promise<Result<SearchAnswer>>
  end(): Promise<void>
}

/** A reader that starts when it is first asked and rests when nobody asks. */
export function createBoardReader(script: string, log: Log): BoardReader {
  let helper: HelperProcess<ReaderRequest> | null = null
  let asking = 0
  let timer: NodeJS.Timeout | undefined

  const rest = async () => {
    const resting = helper
    helper = null
    await resting?.end()
  }
  const withHelper = async <T>(work: (helper: HelperProcess<ReaderRequest>) => Promise<T>): Promise<T> => {
    clearTimeout(timer)
    helper ??= startHelper<ReaderRequest>('reader', script, readerAnswer, log)
    asking += 1
    return work(helper).finally(() => {
      asking -= 1
      if (asking === 0) timer = setTimeout(() => void rest(), REST)
      timer?.unref()
    })
  }

  return {
    describe: (path) => withHelper(({ ask }) => ask({ do: 'describe', path }, boardFacts)),
    search: (query, boards) =>
      withHelper(({ ask }) =>
        ask({ do: 'search', query, boards: [...boards], patience: PATIENCE }, searchAnswer),
      ),
    end: async () => {
      clearTimeout(timer)
      await rest()
    },
  }
}
