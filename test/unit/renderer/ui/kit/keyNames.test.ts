import { describe, expect, it } from 'vitest'
import { keyNames, keysHint } from '../../../../../renderer/ui/kit/keyNames'

describe('the names of keys', () => {
  it('are those printed on a PC keyboard', () => {
    expect(keyNames('Control+Shift+Z', false)).toEqual(['Ctrl', 'Shift', 'Z'])
    expect(keyNames('Control++', false)).toEqual(['Ctrl', '+'])
    expect(keyNames('PageDown', false)).toEqual(['Page Down'])
  })

  it('are the signs of a Mac keyboard, in the order in which a Mac writes them', () => {
    expect(keyNames('Control+Shift+Z', true)).toEqual(['⇧', '⌘', 'Z'])
    expect(keyNames('Alt+ArrowUp', true)).toEqual(['⌥', '↑'])
  })

  it('stay in one piece between words that run from right to left', () => {
    expect(keysHint('Control+K', false)).toBe('\u2066Ctrl+K\u2069')
    expect(keysHint('Control+K', true)).toBe('\u2066⌘K\u2069')
  })
})
