import { describe, expect, it } from 'vitest'
import { listAsked, matchName } from '../../../../../renderer/ui/palette/matchNames'

const asked = (name: string, isPossible = true) => ({ key: name, name, isPossible })
const ALL = [
  asked('Undo'),
  asked('Delete', false),
  asked('Duplicate'),
  asked('See the whole wall'),
  asked('Select everything'),
]
const names = (query: string, recent: string[] = []) => listAsked(ALL, query, recent).map(({ name }) => name)

describe('a name in the palette', () => {
  it('answers the beginnings of its words in any order', () => {
    expect(matchName('wall see', 'See the whole wall')).toBeGreaterThan(0)
    expect(matchName('see wally', 'See the whole wall')).toBe(0)
  })

  it('is read as what is typed is: signs between words are no letters', () => {
    expect(matchName('1-2-4', '1-2-4-All…')).toBeGreaterThan(0)
    expect(matchName('1-3', '1-2-4-All…')).toBe(0)
  })

  it('answers its first letters, and a word with letters left out', () => {
    expect(matchName('stw', 'See the whole wall')).toBeGreaterThan(0)
    expect(matchName('dplct', 'Duplicate')).toBeGreaterThan(0)
    expect(matchName('ate', 'Duplicate')).toBeGreaterThan(0)
  })

  it('answers without accents, capitals and vowel signs', () => {
    expect(matchName('REDO', 'Rédo')).toBeGreaterThan(0)
    expect(matchName('الغرفه', 'افتح الغُرفة')).toBeGreaterThan(0)
    expect(matchName('غرفة', 'افتح الغرفة')).toBeGreaterThan(0)
  })
})

describe('the palette', () => {
  it('lists what can be done, what was used last first', () => {
    expect(names('')).toEqual(['Undo', 'Duplicate', 'See the whole wall', 'Select everything'])
    expect(names('', ['Select everything', 'Delete'])[0]).toBe('Select everything')
  })

  it('puts the beginning of a word before its middle, and the possible before the impossible', () => {
    expect(names('de')).toEqual(['Delete'])
    expect(names('se')).toEqual(['Select everything', 'See the whole wall'])
    expect(names('d').at(-1)).toBe('Delete')
  })

  it('lists nothing when nothing is called that', () => {
    expect(names('zebra')).toEqual([])
  })
})
