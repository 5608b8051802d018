import { PanelsTopLeft, PencilLine, StickyNote } from 'lucide-react'
import { useTranslation } from 'react-i18next'
import { useSession, useSignal } from '../hooks'
import { Icon } from '../kit/Icon'

export type PhoneView = 'wall' | 'write' | 'panels'

/** The bar under the thumb: the wall, writing, and everything else. */
export function PhoneBar({ view, onView }: { view: PhoneView; onView: (view: PhoneView) => void }) {
  const { t } = useTranslation()
  const { canWrite } = useSession()
  const isWriter = useSignal(canWrite)
  const items = [
    { view: 'wall', icon: StickyNote, label: t('board.wall') },
    ...(isWriter || view === 'write'
      ? [{ view: 'write', icon: PencilLine, label: t('board.write') } as const]
      : []),
    { view: 'panels', icon: PanelsTopLeft, label: t('board.panels') },
  ] as const
  return (
    <nav className="phone-bar" aria-label={t('board.more')}>
      {items.map((item) => (
        <button
          key={item.view}
          type="button"
          className="tab"
          aria-current={item.view === view ? 'page' : undefined}
          onClick={() => onView(item.view)}
        >
          <Icon of={item.icon} />
          <span>{item.label}</span>
        </button>
      ))}
    </nav>
  )
}
