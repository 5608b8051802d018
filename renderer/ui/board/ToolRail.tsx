import { Hand, type LucideIcon, MousePointer2, Pencil, Redo2, StickyNote, Undo2 } from 'lucide-react'
import { useTranslation } from 'react-i18next'
import type { ToolName } from '../../board/tools/tools'
import { CommandButton } from '../commands/CommandButton'
import { useSession, useSignal } from '../hooks'
import { IconButton } from '../kit/Button'

const TOOLS: readonly { readonly name: ToolName; readonly icon: LucideIcon; readonly writes: boolean }[] = [
  { name: 'select', icon: MousePointer2, writes: false },
  { name: 'hand', icon: Hand, writes: false },
  { name: 'card', icon: StickyNote, writes: true },
  { name: 'pen', icon: Pencil, writes: true },
]

/** The tools of the wall, and below them one's own steps back and forth. */
export function ToolRail() {
  const { t } = useTranslation()
  const { tools, undo, canWrite } = useSession()
  const current = useSignal(tools.current)
  const isWriter = useSignal(canWrite)
  const { canUndo, canRedo } = useSignal(undo.state)
  return (
    <section className="tool-rail" aria-label={t('tools.label')}>
      <div className="tool-rail-tools" role="toolbar" aria-label={t('tools.label')}>
        {TOOLS.filter(({ writes }) => isWriter || !writes).map(({ name, icon }) => (
          <IconButton
            key={name}
            icon={icon}
            label={t(`tools.${name}`)}
            pressed={name === current}
            hint="beside"
            onClick={() => tools.choose(name)}
          />
        ))}
        {isWriter && (
          <div className="tool-rail-undo">
            <CommandButton id="undo" icon={Undo2} mirrors hint="beside" disabled={!canUndo} />
            <CommandButton id="redo" icon={Redo2} mirrors hint="beside" disabled={!canRedo} />
          </div>
        )}
      </div>
    </section>
  )
}
