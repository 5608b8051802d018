import { isMac } from '../../canvas/listen'

const NAMES: Readonly<Record<string, string>> = {
  Control: 'Ctrl',
  Escape: 'Esc',
  ArrowLeft: '←',
  ArrowRight: '→',
  ArrowUp: '↑',
  ArrowDown: '↓',
  PageUp: 'Page Up',
  PageDown: 'Page Down',
  ' ': 'Space',
  '-': '−',
}

const MAC_NAMES: Readonly<Record<string, string>> = {
  ...NAMES,
  Control: '⌘',
  Alt: '⌥',
  Shift: '⇧',
  Enter: '↩',
  Delete: '⌦',
  Backspace: '⌫',
}

/** The order in which a Mac writes the keys that are held. */
const MAC_ORDER = ['Alt', 'Shift', 'Control']

/** The caps of the keys in `Control+Shift+Z`, as they are printed on this machine's keyboard. */
export function keyNames(keys: string, onMac = isMac): readonly string[] {
  const parts = keys.endsWith('++') ? [...keys.slice(0, -2).split('+'), '+'] : keys.split('+')
  if (!onMac) return parts.map((part) => NAMES[part] ?? part)
  const held = MAC_ORDER.filter((name) => parts.slice(0, -1).includes(name))
  return [...held, parts.at(-1) ?? ''].map((part) => MAC_NAMES[part] ?? part)
}

/** The keys in one piece for a hint, written from left to right in every language. */
export function keysHint(keys: string, onMac = isMac): string {
  return `\u2066${keyNames(keys, onMac).join(onMac ? '' : '+')}\u2069`
}
