import type en from '../../../resources/languages/en.json'
import type { BoardEvent } from '../input'
import type { Session } from '../session'

/** What a command works on. */
export type CommandBench = Omit<Session, 'tools' | 'dispose'>

/** Every command has a name in the language files. */
export type CommandId = keyof (typeof en)['commands']

/** Where commands stand together in the palette, in menus and on the page of shortcuts. */
export const COMMAND_GROUPS = [
  'write',
  'align',
  'arrange',
  'select',
  'clipboard',
  'cluster',
  'mark',
  'view',
  'room',
] as const
export type CommandGroup = (typeof COMMAND_GROUPS)[number]

/**
 * Something a person can ask for by a key, in a menu, or by its name in the palette, which is `commands.<id>`
 * in the language files. It is written once here and offered everywhere.
 */
export interface Command {
  readonly id: CommandId
  readonly group: CommandGroup
  /**
   * The keys, as in `aria-keyshortcuts`: `Control+Shift+Z`, where Control is Command on a Mac. Letters and digits are
   * those of the key's place on a Latin keyboard when the layout writes another script.
   */
  readonly keys?: readonly string[]
  /** Its keys are the page's own and are only shown: taking them would take the clipboard away. */
  readonly isNative?: true
  /**
   * Where its keys count: only while the wall has the focus (the default), also in the words being written on it,
   * wherever nobody writes, or even in a text.
   */
  readonly reach?: 'wall' | 'words' | 'board' | 'always'
  /** Where a right click offers it; nowhere when left out. */
  readonly menu?: readonly ('card' | 'wall')[]
  /** False when it would do nothing now: menus leave it out, its keys mean nothing. */
  isPossible(bench: CommandBench): boolean
  run(bench: CommandBench): void
}

/** Signs that are known by their place: with Shift, or on another keyboard, the key writes something else. */
const PLACES: Readonly<Record<string, string>> = { '[': 'BracketLeft', ']': 'BracketRight' }

type KeyEvent = Extract<BoardEvent, { kind: 'keyDown' | 'keyUp' }>

/** True when these keys are the ones pressed. */
export function isPressed(keys: string, { key, code, shift, mod, alt }: KeyEvent): boolean {
  const parts = keys.endsWith('++') ? [...keys.slice(0, -2).split('+'), '+'] : keys.split('+')
  const wanted = parts.at(-1) ?? ''
  if (parts.includes('Control') !== mod || parts.includes('Alt') !== alt) return false
  const place = PLACES[wanted]
  if (place !== undefined) return parts.includes('Shift') === shift && (code === place || key === wanted)
  // Whether a sign such as + needs Shift depends on the keyboard.
  const isSign = /^[^\p{L}\p{N}]$/u.test(wanted)
  if (!isSign && parts.includes('Shift') !== shift) return false
  if (/^\d$/.test(wanted)) return key === wanted || code === `Digit${wanted}`
  if (!/^[a-z]$/i.test(wanted)) return key === wanted
  // On an Arabic keyboard the key of Z writes another letter; its place on the keyboard is the same.
  const letter = /^[a-z]$/i.test(key) ? key : code.replace(/^Key/, '')
  return letter.toLowerCase() === wanted.toLowerCase()
}

/** True when somebody may write and at least `least` cards are selected. */
export function hasSelected({ canWrite, selection }: CommandBench, least = 1): boolean {
  return canWrite.get() && selection.ids.get().size >= least
}
