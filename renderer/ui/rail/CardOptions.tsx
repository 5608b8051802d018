import { Gauge, StickyNote, UserRound } from 'lucide-react'
import { useTranslation } from 'react-i18next'
import { addMeasure } from '#shared/board/actions/report'
import { write } from '#shared/board/actions/writer'
import { kindOf } from '#shared/cards/kinds'
import { addInView } from '../../stages/wallCards'
import { useSession } from '../hooks'
import { Icon } from '../kit/Icon'
import type { RailOptionsProps } from './railTools'

/** Which card comes next: that of the present stage, or one that stands for a person or a measure. */
export function CardOptions({ onDone }: RailOptionsProps) {
  const { t } = useTranslation()
  const session = useSession()
  const add = (type: 'person' | 'measure') => {
    session.tools.choose('select')
    session.undo.mark()
    const id = write(session.writer, () => {
      const record = type === 'measure' ? addMeasure(session.writer, {}) : null
      const [width, height] = kindOf(type).size
      const stage = session.records.singleton('meta').stage
      return addInView(session, { type, tint: 'white', stage, record, size: [width, height, 0] })
    })
    session.selection.set([id])
    // It is written in the details.
    session.focus.set({ kind: 'card', card: id })
    onDone()
  }
  const items = [
    { name: t('tools.stageCard'), icon: StickyNote, act: onDone },
    { name: t('kinds.person'), icon: UserRound, act: () => add('person') },
    { name: t('kinds.measure'), icon: Gauge, act: () => add('measure') },
  ]
  return (
    <div className="menu" role="toolbar" aria-label={t('tools.card')}>
      {items.map(({ name, icon, act }) => (
        <button key={name} type="button" className="menu-item" onClick={act}>
          <Icon of={icon} />
          <span className="menu-words">{name}</span>
        </button>
      ))}
    </div>
  )
}
