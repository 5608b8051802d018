import { useRef, useState } from 'react'
import { useTranslation } from 'react-i18next'
import type { ToolName } from '../../board/tools/tools'
import { useNarrow } from '../board/useNarrow'
import { usePlatform, useSession, useSignal } from '../hooks'
import { IconButton } from '../kit/Button'
import { Popover } from '../kit/Popover'
import type { RailTool } from './railTools'

/** One tool of the rail. Choosing it opens its options; the first press on the wall closes them and draws. */
export function RailButton({ tool, current }: { tool: RailTool; current: ToolName }) {
  const { t } = useTranslation()
  const { tools } = useSession()
  const isNarrow = useNarrow()
  const isLying = useSignal(usePlatform().settings).rail === 'bottom' || isNarrow
  const [isOpen, setOpen] = useState(false)
  const button = useRef<HTMLButtonElement>(null)
  const { Options, others = {} } = tool
  const isCurrent = current === tool.name || others[current] !== undefined
  const [last, setLast] = useState(tool.name)
  if (isCurrent && last !== current) setLast(current)
  const name = isCurrent ? current : last
  const icon = others[name] ?? tool.icon
  const choose = () => {
    tools.choose(name)
    setOpen(Options !== undefined && !(isCurrent && isOpen))
  }
  return (
    <>
      <IconButton
        ref={button}
        icon={icon}
        label={t(`tools.${name}`)}
        className={Options ? 'rail-button rail-button-opens' : 'rail-button'}
        pressed={isCurrent}
        hint="beside"
        // One stop for the Tab key; the arrows go on from there.
        tabIndex={isCurrent ? 0 : -1}
        {...(Options ? { 'aria-haspopup': 'dialog' as const, 'aria-expanded': isOpen } : {})}
        onClick={choose}
      />
      {isOpen && Options && (
        <Popover
          anchor={button}
          side={isLying ? 'below' : 'beside'}
          className="popover rail-options"
          onClose={() => setOpen(false)}
        >
          <Options onDone={() => setOpen(false)} />
        </Popover>
      )}
    </>
  )
}
