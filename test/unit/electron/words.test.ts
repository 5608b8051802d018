import { expect, it } from 'vitest'
import { appLanguage } from '../../../electron/words'

it('the person’s choice wins over the system', () => {
  expect(appLanguage('ar', ['en-GB'])).toBe('ar')
})

it('the first language of the system that we have is taken', () => {
  expect(appLanguage('system', ['fr-FR', 'ar-SY', 'en-GB'])).toBe('ar')
})

it('English where we have none of them', () => {
  expect(appLanguage('system', ['fr-FR', 'constructor'])).toBe('en')
  expect(appLanguage('system', [])).toBe('en')
})
