import type en from '../../../resources/languages/en.json'

/** Keys that are no commands, since they begin or end what the hand does; named `handKeys.<id>`. */
export const HAND_KEYS: readonly {
  readonly id: keyof (typeof en)['handKeys']
  readonly keys: readonly string[]
}[] = [
  { id: 'choose', keys: ['ArrowLeft', 'ArrowRight'] },
  { id: 'nudge', keys: ['Shift+ArrowLeft', 'Shift+ArrowRight'] },
  { id: 'moveWall', keys: [' '] },
  { id: 'leave', keys: ['Escape'] },
  { id: 'done', keys: ['Control+Enter'] },
  { id: 'menu', keys: ['Shift+F10'] },
]
