import { useTranslation } from 'react-i18next'
import type { Binned } from '#shared/board/bin'
import { nameOfKind } from '../kindNames'
import { localeOf } from '../language'

/** One thing in the bin: what it is, what it says, and when it was deleted. */
export function BinItem({
  thing: { collection, type, words, gone },
  isChosen,
  onToggle,
}: {
  thing: Binned
  isChosen: boolean
  onToggle: () => void
}) {
  const { t, i18n } = useTranslation()
  const when = new Intl.DateTimeFormat(localeOf(i18n.language), { dateStyle: 'medium', timeStyle: 'short' })
  return (
    <li>
      <label className="bin-item">
        <input type="checkbox" checked={isChosen} onChange={onToggle} />
        <span className="bin-words">
          <span dir="auto">{words || t('bin.noWords')}</span>
          <span className="bin-facts">
            {collection === 'cards' ? nameOfKind(t, type) : t(`bin.kinds.${collection}`)}
            {gone > 0 && <time dateTime={new Date(gone).toISOString()}>{when.format(gone)}</time>}
          </span>
        </span>
      </label>
    </li>
  )
}
