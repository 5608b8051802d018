import { Ellipsis, Eraser, StickyNote, UserX } from 'lucide-react'
import { useTranslation } from 'react-i18next'
import { addInView } from '../../stages/wallCards'
import { useSession, useSignal } from '../hooks'
import { IconButton } from '../kit/Button'
import { Menu, type MenuItem } from '../kit/Menu'
import type { Present } from '../people'
import { usePurge } from '../purge/PurgeProvider'
import { useRemovals } from '../room/useRemovals'

/** What the person at this window may do about another one: a button, or a list where there are several things. */
export function PersonDeeds({
  person,
  name,
  present,
}: {
  person: string
  name: string
  /** Null for somebody who is only on the board. */
  present: Present | null
}) {
  const { t } = useTranslation()
  const session = useSession()
  const isWriter = useSignal(session.canWrite)
  const purge = usePurge()
  const removalOf = useRemovals()
  if (person === '') return null
  const shownName = name || t('people.anonymous')
  const items: MenuItem[] = []
  if (isWriter && present)
    items.push({
      key: 'wall',
      icon: StickyNote,
      label: t('people.toWall', { name: shownName }),
      choose: () => addInView(session, { type: 'person', tint: 'white', record: person, size: [240, 96, 0] }),
    })
  const removal = present && removalOf(present)
  if (removal)
    items.push({ key: 'room', icon: UserX, label: removal.label, group: 'away', choose: removal.ask })
  if (purge)
    items.push({
      key: 'words',
      icon: Eraser,
      label: t('people.remove', { name: shownName }),
      group: 'away',
      danger: true,
      choose: () => purge({ kind: 'person', id: person }),
    })
  const [only] = items
  if (!only) return null
  if (items.length === 1 && only.icon)
    return <IconButton icon={only.icon} label={only.label} onClick={only.choose} />
  const label = t('people.more', { name: shownName })
  return (
    <Menu
      label={label}
      items={items}
      trigger={(props) => <IconButton icon={Ellipsis} label={label} {...props} />}
    />
  )
}
