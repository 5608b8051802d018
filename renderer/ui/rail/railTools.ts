import {
  Eraser,
  Frame,
  Hand,
  Highlighter,
  Lasso,
  type LucideIcon,
  MousePointer2,
  Pencil,
  Shapes,
  Spline,
  Stamp,
  StickyNote,
  Type,
  Wand,
} from 'lucide-react'
import type { ComponentType } from 'react'
import type { ToolName } from '../../board/tools/tools'
import { CardOptions } from './CardOptions'
import { InkOptions } from './InkOptions'
import { LineOptions } from './LineOptions'
import { ShapeOptions } from './ShapeOptions'
import { StampOptions } from './StampOptions'

/** One tool as the rail offers it; its name is `tools.<name>` in the language files. */
export interface RailTool {
  readonly name: ToolName
  readonly icon: LucideIcon
  /** Tools that share its button; the sheet of options chooses among them. */
  readonly others?: Readonly<Partial<Record<ToolName, LucideIcon>>>
  /** Left out for those who may only look. */
  readonly writes: boolean
  /** A phone has room for it from the beginning; `more` is in the menu everywhere. */
  readonly stands?: 'phone' | 'more'
  /** What can be chosen for it, in a sheet beside the rail. */
  readonly Options?: ComponentType<RailOptionsProps>
}

export interface RailOptionsProps {
  /** Closes the sheet; the tool stays chosen. */
  readonly onDone: () => void
}

/**
 * The tools in the order of the rail: few enough that nobody who stands before a wall for the first time must look for
 * the one they need. A new tool is one entry here.
 */
export const RAIL_TOOLS: readonly RailTool[] = [
  { name: 'select', icon: MousePointer2, writes: false, stands: 'phone' },
  { name: 'card', icon: StickyNote, writes: true, stands: 'phone', Options: CardOptions },
  { name: 'text', icon: Type, writes: true },
  {
    name: 'pen',
    icon: Pencil,
    others: { highlighter: Highlighter, eraser: Eraser },
    writes: true,
    stands: 'phone',
    Options: InkOptions,
  },
  { name: 'shape', icon: Shapes, writes: true, Options: ShapeOptions },
  { name: 'connector', icon: Spline, writes: true, Options: LineOptions },
  { name: 'stamp', icon: Stamp, writes: true, Options: StampOptions },
  { name: 'frame', icon: Frame, writes: true, stands: 'more' },
  { name: 'lasso', icon: Lasso, writes: false, stands: 'more' },
  { name: 'hand', icon: Hand, writes: false, stands: 'more' },
  { name: 'laser', icon: Wand, writes: false, stands: 'more' },
]

/** Whether a tool stands in the rail from the beginning. */
export const isFirst = ({ stands }: RailTool, isNarrow: boolean): boolean =>
  isNarrow ? stands === 'phone' : stands !== 'more'
