import { Ellipsis, ImagePlus } from 'lucide-react'
import { useRef, useState } from 'react'
import { useTranslation } from 'react-i18next'
import { commandWith } from '../../board/commands/commands'
import type { ToolName } from '../../board/tools/tools'
import { useNarrow } from '../board/useNarrow'
import { usePlatform, useSession, useSignal } from '../hooks'
import { IconButton } from '../kit/Button'
import { type MenuItem, MenuList } from '../kit/MenuList'
import { Popover } from '../kit/Popover'
import type { RailTool } from './railTools'

/** The tools that a newcomer does not need, by their names, and the way to bring pictures. */
export function MoreTools({ tools, current }: { tools: readonly RailTool[]; current: ToolName }) {
  const { t } = useTranslation()
  const session = useSession()
  const isNarrow = useNarrow()
  const isLying = useSignal(usePlatform().settings).rail === 'bottom' || isNarrow
  const [isOpen, setOpen] = useState(false)
  const button = useRef<HTMLButtonElement>(null)
  const close = () => setOpen(false)
  const pictures = commandWith('addPictures')
  const items: MenuItem[] = tools.map(({ name, icon, others }) => ({
    key: name,
    label: t(`tools.${name}`),
    icon,
    chosen: name === current || others?.[current] !== undefined,
    choose: () => session.tools.choose(name),
  }))
  if (pictures?.isPossible(session))
    items.push({
      key: 'pictures',
      label: t('commands.addPictures'),
      icon: ImagePlus,
      group: 'pictures',
      choose: () => pictures.run(session),
    })
  return (
    <>
      <IconButton
        ref={button}
        icon={Ellipsis}
        label={t('tools.more')}
        className="rail-button"
        hint="beside"
        tabIndex={-1}
        aria-haspopup="menu"
        aria-expanded={isOpen}
        onClick={() => setOpen(!isOpen)}
      />
      {isOpen && (
        <Popover anchor={button} side={isLying ? 'below' : 'beside'} onClose={close}>
          <MenuList label={t('tools.more')} items={items} onClose={close} />
        </Popover>
      )}
    </>
  )
}
