import { FileX2, Lock } from 'lucide-react'
import { useTranslation } from 'react-i18next'
import type { RecentBoard } from '#shared/ipc/contract'
import type { FoundBoard } from '#shared/ipc/readerContract'
import { usePlatform } from '../hooks'
import { Button } from '../kit/Button'
import { Icon } from '../kit/Icon'
import { BoardMenu } from './BoardMenu'
import { dayOf, repairedOn, sizeOf } from './boardFacts'
import type { BoardDeeds } from './useBoardDeeds'

/** One board: its wall, its name, and what one wants to know before opening it. */
export function BoardCard({
  board,
  isOpening,
  found,
  deeds,
}: {
  board: RecentBoard
  isOpening: boolean
  /** What a search found in it. */
  found: FoundBoard | null
  deeds: BoardDeeds
}) {
  const { t } = useTranslation()
  const { desktop } = usePlatform()
  const name = board.title || t('home.untitled')
  if (board.missing)
    return (
      <>
        <div className="board-picture">
          <Icon of={FileX2} size={28} />
        </div>
        <Name name={name} />
        <span className="board-facts">{t('home.missing')}</span>
        <Button
          tone="quiet"
          onClick={() => deeds.forget(board)}
          aria-label={t('home.forgetBoard', { title: name })}
        >
          {t('home.forget')}
        </Button>
      </>
    )
  return (
    <>
      <button type="button" className="board-open" onClick={() => deeds.open(board)}>
        <div className="board-picture">
          <Picture board={board} />
        </div>
        <Name name={name} />
        <Facts board={board} isOpening={isOpening} found={found} />
      </button>
      {desktop && <BoardMenu board={board} name={name} system={desktop.system} deeds={deeds} />}
    </>
  )
}

function Name({ name }: { name: string }) {
  return (
    <strong className="board-name" title={name}>
      <span dir="auto">{name}</span>
    </strong>
  )
}

function Facts({
  board: { place, openedAt, wasOpened, host, size, locked, unreadable, open, damagedCopies },
  isOpening,
  found,
}: {
  board: RecentBoard
  isOpening: boolean
  found: FoundBoard | null
}) {
  const { t, i18n } = useTranslation()
  const day = dayOf(openedAt, i18n.language)
  const when = wasOpened ? t('home.opened', { day }) : t('home.changed', { day })
  return (
    <span className="board-facts">
      {place && (
        <bdi className="board-place" title={place}>
          {place}
        </bdi>
      )}
      {found && found.where !== 'title' && found.where !== 'place' ? (
        <Excerpt found={found} />
      ) : (
        <>
          <span>
            {isOpening ? t('home.opening') : open ? t('home.openElsewhere') : when}
            {size !== null && (
              <>
                {' · '}
                <span className="board-size">{sizeOf(size, i18n.language)}</span>
              </>
            )}
          </span>
          {unreadable && <span>{t('home.unreadable')}</span>}
          {locked && <span>{t('home.locked')}</span>}
          {damagedCopies.length > 0 && (
            <span>
              {t('home.damagedKept', {
                count: damagedCopies.length,
                day: repairedOn(damagedCopies.at(-1)?.day ?? '', i18n.language),
              })}
            </span>
          )}
          {host && <span className="board-place">{t('home.host', { name: host })}</span>}
        </>
      )}
    </span>
  )
}

function Excerpt({ found: { where, text, from, to } }: { found: FoundBoard }) {
  const { t } = useTranslation()
  return (
    <span className="board-excerpt">
      <span className="board-where">{t(`home.foundIn.${where}`)}</span>
      <span dir="auto">
        {text.slice(0, from)}
        <mark>{text.slice(from, to)}</mark>
        {text.slice(to)}
      </span>
    </span>
  )
}

function Picture({ board: { thumbnail, locked, unreadable } }: { board: RecentBoard }) {
  if (unreadable) return <Icon of={FileX2} size={28} />
  if (locked) return <Icon of={Lock} size={28} />
  return thumbnail === '' ? <BlankWall /> : <img src={thumbnail} alt="" />
}

/** A wall of which there is no picture yet. */
function BlankWall() {
  return (
    <svg className="board-blank" viewBox="0 0 96 60" aria-hidden="true" focusable="false">
      <rect x="30" y="18" width="16" height="11" rx="1.5" />
      <rect x="50" y="18" width="16" height="11" rx="1.5" />
      <rect x="30" y="33" width="16" height="11" rx="1.5" />
    </svg>
  )
}
