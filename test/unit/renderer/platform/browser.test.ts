import { describe, expect, it } from 'vitest'
import { codeOfPage, hubOfPage, tidyCode } from '../../../../renderer/platform/browser'

describe('the code of a room', () => {
  it('is read from the link that the room hands out', () => {
    expect(codeOfPage('#K7M2QP')).toBe('K7M2QP')
    expect(codeOfPage('#/k7m2qp')).toBe('K7M2QP')
    expect(codeOfPage('#code=K7M2QP')).toBe('K7M2QP')
  })

  it('is empty when the link has none', () => {
    expect(codeOfPage('')).toBe('')
    expect(codeOfPage('#name=Sam')).toBe('')
  })

  it('may be typed with spaces, dashes and small letters', () => {
    expect(tidyCode(' k7m-2qp ')).toBe('K7M2QP')
  })
})

describe('the hub of a page', () => {
  it('is where the page came from', () => {
    expect(hubOfPage({ protocol: 'http:', host: '192.168.1.9:4747' })).toBe('ws://192.168.1.9:4747/sync')
    expect(hubOfPage({ protocol: 'https:', host: 'room.test' })).toBe('wss://room.test/sync')
  })
})
