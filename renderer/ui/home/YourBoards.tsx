import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import type { RecentBoard } from '#shared/ipc/contract'
import { Button } from '../kit/Button'
import { SearchField } from '../kit/SearchField'
import { BoardCard } from './BoardCard'
import type { BoardDeeds } from './useBoardDeeds'
import { useBoardSearch } from './useBoardSearch'
import './boards.css'

/** Boards in sight before somebody asks for all: Home is a page, not a file manager. */
const AT_FIRST = 24

/** The boards of this computer as pictures of their walls, and a search through everything in them. */
export function YourBoards({
  boards,
  opening,
  deeds,
}: {
  boards: readonly RecentBoard[]
  /** The path that is being opened. */
  opening: string | null
  deeds: BoardDeeds
}) {
  const { t } = useTranslation()
  const [query, setQuery] = useState('')
  const [all, setAll] = useState(false)
  const search = useBoardSearch(query, boards)
  const shown = search
    ? boards.filter(({ path }) => search.found.has(path))
    : boards.slice(0, all ? undefined : AT_FIRST)
  return (
    <section className="boards" aria-labelledby="boards-heading">
      <div className="boards-head">
        <h2 id="boards-heading">{t('home.recent')}</h2>
        <SearchField
          label={t('home.search')}
          clear={t('home.searchClear')}
          value={query}
          onChange={setQuery}
        />
      </div>
      <div role="status">{search && <SearchState search={search} query={query} />}</div>
      <ul className="boards-list">
        {shown.map((board) => (
          <li key={board.path} className={board.missing ? 'board-card board-missing' : 'board-card'}>
            <BoardCard
              board={board}
              isOpening={opening === board.path}
              found={search?.found.get(board.path) ?? null}
              deeds={deeds}
            />
          </li>
        ))}
      </ul>
      {!search && !all && boards.length > AT_FIRST && (
        <Button className="boards-all" onClick={() => setAll(true)}>
          {t('home.showAll', { number: boards.length })}
        </Button>
      )}
    </section>
  )
}

function SearchState({
  search,
  query,
}: {
  search: NonNullable<ReturnType<typeof useBoardSearch>>
  query: string
}) {
  const { t } = useTranslation()
  const { found, locked, unread, waiting } = search
  const isNothing = found.size === 0 && waiting === 0
  return (
    <div className="boards-state">
      <p dir="auto">
        {isNothing
          ? t('home.searchNothing', { query: query.trim() })
          : found.size > 0 && t('home.searchFound', { count: found.size })}
      </p>
      {waiting > 0 && <p>{t('home.searchWaiting', { count: waiting })}</p>}
      {locked > 0 && <p>{t('home.searchLocked', { count: locked })}</p>}
      {unread > 0 && <p>{t('home.searchUnread', { count: unread })}</p>}
    </div>
  )
}
