import { ChevronRight, ChevronUp } from 'lucide-react'
import { useRef, useState } from 'react'
import { useTranslation } from 'react-i18next'
import type { ToolName } from '../../board/tools/tools'
import { useNarrow } from '../board/useNarrow'
import { usePlatform, useSession, useSignal } from '../hooks'
import { IconButton } from '../kit/Button'
import { Icon } from '../kit/Icon'
import { Popover } from '../kit/Popover'
import type { RailTool } from './railTools'

/**
 * One tool of the rail. The first press takes it in hand and leaves the wall free; a second one, or a press on the tab
 * that then stands beside it, opens what can be chosen for it.
 */
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
  return (
    <div className="rail-slot">
      <IconButton
        ref={button}
        icon={icon}
        label={t(`tools.${name}`)}
        className="rail-button"
        pressed={isCurrent}
        hint="beside"
        // One stop for the Tab key; the arrows go on from there.
        tabIndex={isCurrent ? 0 : -1}
        {...(Options ? { 'aria-haspopup': 'dialog' as const, 'aria-expanded': isOpen } : {})}
        onClick={() => {
          if (isCurrent) setOpen(Options !== undefined && !isOpen)
          else tools.choose(name)
        }}
      />
      {Options && isCurrent && (
        <button
          type="button"
          className="rail-tab"
          aria-label={t('tools.options', { tool: t(`tools.${name}`) })}
          aria-expanded={isOpen}
          onClick={() => setOpen(!isOpen)}
        >
          <Icon of={isLying ? ChevronUp : ChevronRight} size={16} mirrors={!isLying} />
        </button>
      )}
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
    </div>
  )
}
