import { type RefObject, useMemo } from 'react'
import { useTranslation } from 'react-i18next'
import { COMMANDS } from '../../board/commands/commands'
import { useSession, useSignal } from '../hooks'
import { MenuList } from '../kit/MenuList'
import { Popover } from '../kit/Popover'

/** What can be done at the point of the wall where somebody asked: a right click, a long press or the menu key. */
export function WallMenu({ area }: { area: RefObject<HTMLElement | null> }) {
  const { t } = useTranslation()
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
  const items = COMMANDS.filter(
    (command) => command.menu?.includes(menu.on) && command.isPossible(session),
  ).map((command) => ({
    key: command.id,
    label: t(`commands.${command.id}`),
    group: command.group,
    danger: command.id === 'delete',
    ...(command.keys?.[0] === undefined ? {} : { keys: command.keys[0] }),
    choose: () => command.run(session),
  }))
  if (items.length === 0) return null
  const close = () => session.menu.set(null)
  return (
    <Popover anchor={wall} at={menu.at} onClose={close} className="popover wall-menu">
      <MenuList
        label={t(menu.on === 'card' ? 'tools.selection' : 'board.wall')}
        items={items}
        onClose={close}
      />
    </Popover>
  )
}
