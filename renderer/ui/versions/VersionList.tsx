import { Bookmark, EllipsisVertical, Flag, History, Pencil, Trash2, Undo2 } from 'lucide-react'
import { useId } from 'react'
import { useTranslation } from 'react-i18next'
import type { BoardVersion } from '#shared/ipc/contract'
import { IconButton } from '../kit/Button'
import { Icon } from '../kit/Icon'
import { Menu } from '../kit/Menu'
import { localeOf } from '../language'
import { daysAgo, groupVersions } from './versionGroups'
import { nameOfVersion } from './versionName'

const ICONS = { named: Bookmark, stage: Flag, busy: History, beforeRestore: Undo2 } as const

interface Doing {
  readonly chosen: number | null
  readonly canWrite: boolean
  readonly onChoose: (id: number) => void
  readonly onRename: (version: BoardVersion) => void
  readonly onRemove: (version: BoardVersion) => void
}

/** Every kept version: first those with a name, then the others by day. */
export function VersionList({ versions, ...doing }: Doing & { versions: readonly BoardVersion[] }) {
  const { t, i18n } = useTranslation()
  const locale = localeOf(i18n.language)
  const day = new Intl.DateTimeFormat(locale, { weekday: 'long', day: 'numeric', month: 'long' })
  const { named, days } = groupVersions(versions)
  const nameOfDay = (moment: number) => {
    const ago = daysAgo(moment, Date.now())
    if (ago === 0) return t('versions.today')
    return ago === 1 ? t('versions.yesterday') : day.format(moment)
  }
  return (
    <nav className="version-groups" aria-label={t('versions.list')}>
      {named.length > 0 && <VersionGroup name={t('versions.named')} versions={named} withDay {...doing} />}
      {days.map((group) => (
        <VersionGroup
          key={group.day}
          name={nameOfDay(group.day)}
          versions={group.versions}
          withDay={false}
          {...doing}
        />
      ))}
    </nav>
  )
}

function VersionGroup({
  name,
  versions,
  withDay,
  chosen,
  canWrite,
  onChoose,
  onRename,
  onRemove,
}: Doing & { name: string; versions: readonly BoardVersion[]; withDay: boolean }) {
  const { t, i18n } = useTranslation()
  const heading = useId()
  const time = new Intl.DateTimeFormat(localeOf(i18n.language), {
    ...(withDay ? { day: 'numeric', month: 'short' } : {}),
    hour: '2-digit',
    minute: '2-digit',
  })
  return (
    <section aria-labelledby={heading}>
      <h3 id={heading}>{name}</h3>
      <ul>
        {versions.map((version) => (
          <li key={version.id} className={`version version-${version.kind}`}>
            <button
              type="button"
              className="version-choose"
              aria-current={version.id === chosen ? 'true' : undefined}
              onClick={() => onChoose(version.id)}
            >
              <Icon of={ICONS[version.kind]} size={18} />
              <span className="version-name" dir="auto">
                {nameOfVersion(t, version)}
              </span>
              <span className="version-facts">
                <time dateTime={new Date(version.made).toISOString()}>{time.format(version.made)}</time>
                {' · '}
                {t('versions.cards', { count: version.cards })}
              </span>
            </button>
            {canWrite && (
              <Menu
                label={t('versions.actions', { name: nameOfVersion(t, version) })}
                items={[
                  {
                    key: 'rename',
                    label: t(version.kind === 'named' ? 'versions.rename' : 'versions.giveName'),
                    icon: Pencil,
                    choose: () => onRename(version),
                  },
                  {
                    key: 'remove',
                    label: t('versions.remove'),
                    icon: Trash2,
                    danger: true,
                    choose: () => onRemove(version),
                  },
                ]}
                trigger={(props) => (
                  <IconButton
                    {...props}
                    icon={EllipsisVertical}
                    label={t('versions.actions', { name: nameOfVersion(t, version) })}
                    data-hint={t('board.more')}
                    hint="above"
                  />
                )}
              />
            )}
          </li>
        ))}
      </ul>
    </section>
  )
}
