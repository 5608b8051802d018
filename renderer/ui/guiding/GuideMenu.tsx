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

/** What is wanted most comes first and says what it does to every screen; the rest stands below a line. */
const ITEMS: readonly (readonly [id: CommandId, icon: LucideIcon, group: string])[] = [
  ['lookHere', Eye, 'view'],
  ['followMe', Megaphone, 'view'],
  ['stopLeading', MonitorX, 'view'],
  ['showAll', Maximize, 'view'],
  ['spotlight', Sun, 'card'],
  ['endSpotlight', SunDim, 'card'],
  ['park', ParkingCircle, 'card'],
  ['lockStage', Lock, 'rest'],
  ['unlockStage', LockOpen, 'rest'],
  ['tables', Armchair, 'rest'],
  ['bin', Trash2, 'rest'],
]

const EXPLAINED = ['lookHere', 'followMe', 'stopLeading', 'spotlight', 'park', 'lockStage'] as const
const explained = (id: CommandId) => EXPLAINED.find((one) => one === id)

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
    const about = explained(id)
    return [
      {
        key: id,
        label: t(`commands.${id}`),
        icon,
        group,
        ...(keys === undefined ? {} : { keys }),
        ...(about === undefined ? {} : { about: t(`guide.abouts.${about}`) }),
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
