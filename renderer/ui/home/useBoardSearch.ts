import { useEffect, useState } from 'react'
import type { RecentBoard } from '#shared/ipc/contract'
import type { FoundBoard } from '#shared/ipc/readerContract'
import { usePlatform } from '../hooks'
import { useNotices } from '../kit/notices'

/** ms after the last letter: nobody reads what a half word finds. */
const PAUSE = 120

export interface BoardSearch {
  readonly found: ReadonlyMap<string, FoundBoard>
  /** How many boards only gave their names, and how many have not been read yet. */
  readonly locked: number
  readonly unread: number
  readonly waiting: number
}

/** What a search finds, growing while boards are read; null while nothing is looked for. */
export function useBoardSearch(query: string, boards: readonly RecentBoard[]): BoardSearch | null {
  const { desktop } = usePlatform()
  const notices = useNotices()
  const [search, setSearch] = useState<BoardSearch | null>(null)
  const wanted = query.trim()

  // biome-ignore lint/correctness/useExhaustiveDependencies: other boards are another search.
  useEffect(() => {
    if (!desktop || wanted === '') return setSearch(null)
    let isOver = false
    const look = async () => {
      for (let waiting = 1; waiting > 0 && !isOver; ) {
        const answer = await desktop.searchBoards(wanted)
        if (isOver) return
        if (!answer.ok) return notices.fail(answer.failure)
        const { found, locked, unread } = answer.value
        waiting = answer.value.waiting
        setSearch({
          found: new Map(found.map((one) => [one.path, one])),
          locked: locked.length,
          unread: unread.length,
          waiting,
        })
      }
    }
    const timer = setTimeout(() => void look(), PAUSE)
    return () => {
      isOver = true
      clearTimeout(timer)
    }
  }, [desktop, notices, wanted, boards])

  return search
}
