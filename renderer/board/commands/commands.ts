import type { BoardEvent } from '../input'
import { ARRANGING } from './arranging'
import { CLIPBOARD } from './clipboard'
import { CLUSTERING } from './clustering'
import { type Command, type CommandId, isPressed } from './command'
import { CONNECTING } from './connecting'
import { FINDING } from './finding'
import { FORMING } from './forming'
import { GUIDING } from './guiding'
import { LEADING } from './leading'
import { MARKING } from './marking'
import { ROUNDS } from './rounds'
import { SELECTING } from './selecting'
import { STATIONS } from './stations'
import { TURNING } from './turning'
import { VIEWING } from './viewing'
import { WRITING } from './writing'

/** Everything that can be asked for, in the order of the menus. A new command is one entry in one of these lists. */
export const COMMANDS: readonly Command[] = [
  ...WRITING,
  ...FORMING,
  ...CLIPBOARD,
  ...MARKING,
  ...ARRANGING,
  ...TURNING,
  ...CONNECTING,
  ...SELECTING,
  ...CLUSTERING,
  ...VIEWING,
  ...STATIONS,
  ...FINDING,
  ...LEADING,
  ...ROUNDS,
  ...GUIDING,
]

/** The command that a key stands for, possible or not; undefined when it means nothing. */
export function commandOf(event: Extract<BoardEvent, { kind: 'keyDown' | 'keyUp' }>): Command | undefined {
  return COMMANDS.find(({ keys = [], isNative }) => !isNative && keys.some((each) => isPressed(each, event)))
}

/** One command by its name. */
export function commandWith(id: CommandId): Command | undefined {
  return COMMANDS.find((command) => command.id === id)
}
