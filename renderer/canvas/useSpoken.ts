import { useSyncExternalStore } from 'react'
import { useTranslation } from 'react-i18next'
import type { Session } from '../board/session'

/** What a screen reader is told about the selection. */
export function useSpoken({ selection, records, editing }: Session): string {
  const { t } = useTranslation()
  const ids = useSyncExternalStore(selection.ids.subscribe, selection.ids.get)
  // A card that was just written in has other words than when it was chosen; letter by letter would be too much.
  useSyncExternalStore(editing.subscribe, editing.get)
  const [id] = ids
  if (id === undefined) return ''
  if (ids.size > 1) return t('wall.selectedMany', { count: ids.size })
  const text = records.get('cards', id)?.text.trim() || t('wall.empty')
  return t('wall.selected', { text })
}
