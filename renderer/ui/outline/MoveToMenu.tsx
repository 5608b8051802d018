import { FolderInput } from 'lucide-react'
import type { Ref } from 'react'
import { useTranslation } from 'react-i18next'
import { homeOf, mayLieIn } from '#shared/clustering/home'
import { useRecords, useSession } from '../hooks'
import { IconButton } from '../kit/Button'
import { Menu } from '../kit/Menu'
import type { OutlineRow } from './outlineOrder'

/** Moves the chosen card or theme into another theme, or out of all of them. */
export function MoveToMenu({
  ref,
  row,
  onMove,
  onDone,
}: {
  ref: Ref<HTMLButtonElement>
  row: OutlineRow | undefined
  onMove: (theme: string | null) => void
  onDone: () => void
}) {
  const { t } = useTranslation()
  const { records } = useSession()
  const moving = row?.kind === 'card' ? row.card.id : row?.kind === 'group' ? row.group.theme?.id : undefined
  const cardOf = (id: string) => records.get('cards', id)
  const themes = useRecords('cards').filter(
    ({ id, type }) => type === 'theme' && moving !== undefined && mayLieIn(cardOf, moving, id),
  )
  const present = moving === undefined ? null : homeOf(cardOf, moving)
  const go = (theme: string | null) => {
    onMove(theme)
    onDone()
  }
  return (
    <Menu
      label={t('outline.moveTo')}
      items={[
        ...themes.map(({ id, text }) => ({
          key: id,
          label: text.trim() || t('outline.emptyCard'),
          chosen: id === present,
          choose: () => go(id),
        })),
        { key: 'none', label: t('outline.noTheme'), chosen: present === null, choose: () => go(null) },
      ]}
      trigger={({ ref: own, ...props }) => (
        <IconButton
          ref={(element) => {
            own.current = element
            if (typeof ref === 'function') ref(element)
            else if (ref) ref.current = element
          }}
          icon={FolderInput}
          mirrors
          label={t('outline.moveTo')}
          shortcut="M"
          disabled={moving === undefined}
          {...props}
        />
      )}
    />
  )
}
