import { type RefObject, useMemo, useState } from 'react'
import { useTranslation } from 'react-i18next'
import type { Command, CommandGroup } from '../../board/commands/command'
import { COMMANDS } from '../../board/commands/commands'
import { useSession, useSignal } from '../hooks'
import { type MenuItem, MenuList } from '../kit/MenuList'
import { Popover } from '../kit/Popover'

/** More of one group than this stand in a list of their own. */
const MOST = 4

/** What can be done at the point of the wall where somebody asked: a right click, a long press or the menu key. */
export function WallMenu({ area }: { area: RefObject<HTMLElement | null> }) {
  const session = useSession()
  const menu = useSignal(session.menu)
  const wall = useMemo(
    () => ({
      get current() {
        return area.current?.querySelector<HTMLElement>('.wall') ?? null
      },
    }),
    [area],
  )
  if (!menu) return null
  const commands = COMMANDS.filter(
    (command) => command.menu?.includes(menu.on) && command.isPossible(session),
  )
  if (commands.length === 0) return null
  const close = () => session.menu.set(null)
  return (
    <Popover anchor={wall} at={menu.at} onClose={close} className="popover wall-menu">
      <CommandList of={menu.on} commands={commands} onClose={close} />
    </Popover>
  )
}

function CommandList({
  of,
  commands,
  onClose,
}: {
  of: 'card' | 'wall'
  commands: readonly Command[]
  onClose: () => void
}) {
  const { t } = useTranslation()
  const session = useSession()
  const [group, setGroup] = useState<CommandGroup | null>(null)
  const isLong = (each: CommandGroup) => commands.filter((command) => command.group === each).length > MOST

  const itemOf = (command: Command): MenuItem => ({
    key: command.id,
    label: t(`commands.${command.id}`),
    group: command.group,
    danger: command.id === 'delete',
    ...(command.keys?.[0] === undefined ? {} : { keys: command.keys[0] }),
    choose: () => command.run(session),
  })
  if (group !== null) {
    const back: MenuItem = {
      key: 'back',
      label: t(`commandGroups.${group}`),
      leads: 'back',
      choose: () => setGroup(null),
    }
    const items = commands.filter((command) => command.group === group).map(itemOf)
    return <MenuList label={t(`commandGroups.${group}`)} items={[back, ...items]} onClose={onClose} />
  }
  const items: MenuItem[] = []
  for (const command of commands) {
    const { group: each } = command
    if (!isLong(each)) items.push(itemOf(command))
    else if (!items.some(({ key }) => key === each))
      items.push({
        key: each,
        label: t(`commandGroups.${each}`),
        group: each,
        leads: 'on',
        choose: () => setGroup(each),
      })
  }
  return (
    <MenuList label={t(of === 'card' ? 'tools.selection' : 'board.wall')} items={items} onClose={onClose} />
  )
}
