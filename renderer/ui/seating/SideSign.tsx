import { BriefcaseBusiness, House, Landmark, type LucideIcon, Signpost } from 'lucide-react'
import { useTranslation } from 'react-i18next'
import type { Side } from '#shared/board/vocabulary'
import { Icon } from '../kit/Icon'

const SIGNS: Readonly<Record<Side, LucideIcon>> = {
  resident: House,
  professional: BriefcaseBusiness,
  politician: Landmark,
  facilitator: Signpost,
}

/** A person's side as a small sign with its name. */
export function SideSign({ side }: { side: Side }) {
  const { t } = useTranslation()
  return (
    <span className="side-sign" title={t(`sides.${side}`)}>
      <Icon of={SIGNS[side]} size={16} />
      <span className="unseen">{t(`sides.${side}`)}</span>
    </span>
  )
}
