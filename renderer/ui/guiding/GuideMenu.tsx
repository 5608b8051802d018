import {
  Armchair,
  Eye,
  Lock,
  LockOpen,
  type LucideIcon,
  Maximize,
  Megaphone,
  MonitorX,
  ParkingCircle,
  Presentation,
  Sun,
  SunDim,
  Trash2,
} from 'lucide-react'
import { useTranslation } from 'react-i18next'
import type { CommandId } from '../../board/commands/command'
import { commandWith } from '../../board/commands/commands'
import { useSession, useSignal } from '../hooks'
import { IconButton } from '../kit/Button'
import { Menu, type MenuItem } from '../kit/Menu'

/** In the order in which a workshop needs them; the view, cards, the stage, and the rest. */
const ITEMS: readonly (readonly [id: CommandId, icon: LucideIcon, group: string])[] = [
  ['lookHere', Eye, 'view'],
  ['followMe', Megaphone, 'view'],
  ['stopLeading', MonitorX, 'view'],
  ['showAll', Maximize, 'view'],
  ['spotlight', Sun, 'card'],
  ['endSpotlight', SunDim, 'card'],
  ['park', ParkingCircle, 'card'],
  ['lockStage', Lock, 'stage'],
  ['unlockStage', LockOpen, 'stage'],
  ['tables', Armchair, 'people'],
  ['bin', Trash2, 'people'],
]

/** What whoever leads the room can do to what everybody sees; nothing for others. */
export function GuideMenu() {
  const { t } = useTranslation()
  const session = useSession()
  const isLeading = useSignal(session.replica.me)?.role === 'facilitator'
  // What is possible changes with these.
  useSignal(session.selection.ids)
  useSignal(session.replica.guidance)
  if (!isLeading) return null
  const items = ITEMS.flatMap(([id, icon, group]): MenuItem[] => {
    const command = commandWith(id)
    if (!command?.isPossible(session)) return []
    const keys = command.keys?.[0]
    return [
      {
        key: id,
        label: t(`commands.${id}`),
        icon,
        group,
        ...(keys === undefined ? {} : { keys }),
        choose: () => command.run(session),
      },
    ]
  })
  return (
    <Menu
      label={t('guide.title')}
      items={items}
      trigger={(props) => <IconButton icon={Presentation} label={t('guide.title')} {...props} />}
    />
  )
}
