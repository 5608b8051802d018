import { describe, expect, it } from 'vitest'
import type { PeerInfo } from '#shared/sync/protocol'
import { initialsOf, presentPeople } from '../../../../renderer/ui/people'

const peer = (values: Partial<PeerInfo>): PeerInfo => ({
  peer: 1,
  person: 'a',
  name: '',
  side: 'resident',
  role: 'participant',
  ...values,
})

describe('the people in the room', () => {
  it('are counted once, however many windows they have open', () => {
    const people = presentPeople([peer({ peer: 1 }), peer({ peer: 2, role: 'observer' })], undefined)
    expect(people).toMatchObject([{ person: 'a', devices: 2, role: 'participant' }])
  })

  it('take part when one of their windows does, whichever came first', () => {
    const [person] = presentPeople([peer({ peer: 1, role: 'observer' }), peer({ peer: 2 })], undefined)
    expect(person?.role).toBe('participant')
  })

  it('are not the windows that are nobody’s', () => {
    const projector = peer({ peer: 2, person: '', role: 'observer' })
    expect(presentPeople([peer({ peer: 1 }), projector], 'a')).toMatchObject([{ person: 'a', devices: 1 }])
    expect(presentPeople([projector], '')).toHaveLength(1)
  })

  it('begin with oneself and end with the nameless', () => {
    const people = presentPeople(
      [
        peer({ peer: 1, person: 'x', name: '' }),
        peer({ peer: 2, person: 'b', name: 'Bo' }),
        peer({ peer: 3, person: 'me', name: 'Zara' }),
        peer({ peer: 4, person: 'c', name: 'Ana' }),
      ],
      'me',
    )
    expect(people.map(({ name }) => name)).toEqual(['Zara', 'Ana', 'Bo', ''])
  })
})

describe('initials', () => {
  it('are the first letters of the first and the last word', () => {
    expect(initialsOf('Amina bint Yusuf')).toBe('AY')
    expect(initialsOf('  farid ')).toBe('F')
    expect(initialsOf('')).toBe('')
  })

  it('keep letters beyond the basic plane whole', () => {
    expect(initialsOf('𐐨𐐩 x')).toBe('𐐀X')
  })

  it('do not join two Arabic letters into a word', () => {
    expect(initialsOf('هدى سالم')).toBe('ه\u200cس')
  })
})
