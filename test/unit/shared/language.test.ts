import { describe, expect, it } from 'vitest'
import { chooseLanguage, directionOf } from '#shared/language'

describe('the interface language', () => {
  it('is the first wished-for one that there is', () => {
    expect(chooseLanguage(['ur-PK', 'ar-SY', 'en-GB'], ['en', 'ar'])).toBe('ar')
  })

  it('does not mind how a tag is written', () => {
    expect(chooseLanguage(['AR'], ['en', 'ar'])).toBe('ar')
    expect(chooseLanguage(['en_US', 'EN-us'], ['en', 'ar'])).toBe('en')
  })

  it('is English when none fits, or none is wished for', () => {
    expect(chooseLanguage(['cy', 'pl'], ['en', 'ar'])).toBe('en')
    expect(chooseLanguage([], ['en', 'ar'])).toBe('en')
  })

  it('mirrors the page for scripts that read from right to left, and for no other', () => {
    expect(directionOf('ar')).toBe('rtl')
    expect(directionOf('ar-EG')).toBe('rtl')
    expect(directionOf('ur')).toBe('rtl')
    expect(directionOf('en')).toBe('ltr')
    // Aragonese begins with the same letters as Arabic.
    expect(directionOf('arg')).toBe('ltr')
  })
})
