import { FileX2 } from 'lucide-react'
import { useTranslation } from 'react-i18next'
import type { RecentBoard } from '#shared/ipc/contract'
import { Button } from '../kit/Button'
import { Icon } from '../kit/Icon'
import { localeOf } from '../language'

/** Boards of this computer as pictures of their walls. */
export function RecentBoards({
  boards,
  opening,
  onOpen,
  onForget,
}: {
  boards: readonly RecentBoard[]
  /** The path that is being opened. */
  opening: string | null
  onOpen: (path: string) => void
  onForget: (path: string) => void
}) {
  const { t, i18n } = useTranslation()
  const day = new Intl.DateTimeFormat(localeOf(i18n.language), {
    day: 'numeric',
    month: 'long',
    year: 'numeric',
  })
  return (
    <section className="recent" aria-labelledby="recent-heading">
      <h2 id="recent-heading">{t('home.recent')}</h2>
      <ul className="recent-list">
        {boards.map(({ path, title, place, openedAt, thumbnail, missing }) => {
          const name = title || t('home.untitled')
          const facts = (
            <>
              <strong className="recent-name" dir="auto">
                {name}
              </strong>
              <span className="recent-facts">
                {missing ? (
                  t('home.missing')
                ) : (
                  <>
                    {place && <bdi className="recent-place">{place}</bdi>}
                    <span>{opening === path ? t('home.opening') : day.format(openedAt)}</span>
                  </>
                )}
              </span>
            </>
          )
          return (
            <li key={path} className={missing ? 'recent-board recent-missing' : 'recent-board'}>
              {missing ? (
                <>
                  <div className="recent-picture">
                    <Icon of={FileX2} size={28} />
                  </div>
                  {facts}
                  <Button
                    tone="quiet"
                    onClick={() => onForget(path)}
                    aria-label={t('home.forgetBoard', { title: name })}
                  >
                    {t('home.forget')}
                  </Button>
                </>
              ) : (
                <button type="button" className="recent-open" onClick={() => onOpen(path)}>
                  <div className="recent-picture">
                    {thumbnail === '' ? <BlankWall /> : <img src={thumbnail} alt="" />}
                  </div>
                  {facts}
                </button>
              )}
            </li>
          )
        })}
      </ul>
    </section>
  )
}

/** A wall of which there is no picture yet. */
function BlankWall() {
  return (
    <svg className="recent-blank" viewBox="0 0 96 60" aria-hidden="true" focusable="false">
      <rect x="30" y="18" width="16" height="11" rx="1.5" />
      <rect x="50" y="18" width="16" height="11" rx="1.5" />
      <rect x="30" y="33" width="16" height="11" rx="1.5" />
    </svg>
  )
}
