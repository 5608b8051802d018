import { Redo2, Undo2 } from 'lucide-react'
import { type KeyboardEvent, useState } from 'react'
import { useTranslation } from 'react-i18next'
import type { ToolName } from '../../board/tools/tools'
import { useNarrow } from '../board/useNarrow'
import { CommandButton } from '../commands/CommandButton'
import { usePlatform, useSession, useSignal } from '../hooks'
import { MoreTools } from './MoreTools'
import { RailButton } from './RailButton'
import { RailGrip } from './RailGrip'
import { isFirst, RAIL_TOOLS, type RailTool } from './railTools'
import './ink.css'
import './rail.css'

/**
 * The tools of the wall, and below them one's own steps back and forth. The last one that was taken from among the
 * others stays in sight. Arrow keys go along it.
 */
export function ToolRail() {
  const { t } = useTranslation()
  const { tools, undo, canWrite } = useSession()
  const current = useSignal(tools.current)
  const isWriter = useSignal(canWrite)
  const { controls, rail } = useSignal(usePlatform().settings)
  // On a screen as wide as a wall the tools must come to where the hand is.
  const hasGrip = controls === 'large' || rail !== 'start'
  const { canUndo, canRedo } = useSignal(undo.state)
  const isNarrow = useNarrow()
  const offered = RAIL_TOOLS.filter(({ writes }) => isWriter || !writes)
  const first = offered.filter((tool) => isFirst(tool, isNarrow))
  const rest = offered.filter((tool) => !isFirst(tool, isNarrow))
  const [taken, setTaken] = useState<RailTool | null>(null)
  const inHand = rest.find((tool) => isIn(tool, current))
  if (inHand && inHand !== taken) setTaken(inHand)
  const kept = rest.find((tool) => tool === (inHand ?? taken))
  return (
    <section className="tool-rail" aria-label={t('tools.label')}>
      {hasGrip && <RailGrip />}
      <div className="tool-rail-tools" role="toolbar" aria-label={t('tools.label')} onKeyDown={goAlong}>
        {[...first, ...(kept ? [kept] : [])].map((tool) => (
          <RailButton key={tool.name} tool={tool} current={current} />
        ))}
        <MoreTools tools={rest} current={current} />
      </div>
      {isWriter && (
        <div className="tool-rail-undo">
          <CommandButton id="undo" icon={Undo2} mirrors hint="beside" disabled={!canUndo} />
          <CommandButton id="redo" icon={Redo2} mirrors hint="beside" disabled={!canRedo} />
        </div>
      )}
    </section>
  )
}

const isIn = ({ name, others }: RailTool, current: ToolName): boolean =>
  name === current || others?.[current] !== undefined

function goAlong(event: KeyboardEvent<HTMLDivElement>): void {
  const buttons = [...event.currentTarget.querySelectorAll<HTMLElement>('.rail-button')]
  const at = buttons.indexOf(document.activeElement as HTMLElement)
  const next = at < 0 ? undefined : placeAfter(event.key, at, buttons.length)
  if (next === undefined) return
  event.preventDefault()
  // The wall would take the arrows as its own.
  event.stopPropagation()
  buttons[next]?.focus()
}

/** The rail stands upright or, on a phone, lies: both pairs of arrows go along it. */
function placeAfter(key: string, at: number, count: number): number | undefined {
  const onward = document.documentElement.dir === 'rtl' ? 'ArrowLeft' : 'ArrowRight'
  const back = onward === 'ArrowLeft' ? 'ArrowRight' : 'ArrowLeft'
  if (key === 'ArrowDown' || key === onward) return (at + 1) % count
  if (key === 'ArrowUp' || key === back) return (at - 1 + count) % count
  if (key === 'Home') return 0
  if (key === 'End') return count - 1
  return undefined
}
