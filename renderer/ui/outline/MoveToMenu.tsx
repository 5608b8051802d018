import { FolderInput } from 'lucide-react'
import type { Ref } from 'react'
import { useTranslation } from 'react-i18next'
import { useRecords } from '../hooks'
import { IconButton } from '../kit/Button'
import { Menu } from '../kit/Menu'
import type { OutlineRow } from './outlineOrder'

/** Moves the chosen card to another theme, or out of all of them. */
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
  const themes = useRecords('cards').filter(({ type }) => type === 'theme')
  const isCard = row?.kind === 'card'
  const present = isCard ? (row.group.theme?.id ?? null) : null
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
          disabled={!isCard}
          {...props}
        />
      )}
    />
  )
}
