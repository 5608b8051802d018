import { expect, test } from 'vitest'
import { strengthOf } from '../../../../../renderer/ui/passphrase/strengthOf'

test.each([
  ['', 'empty'],
  ['   ', 'empty'],
  ['short', 'weak'],
  ['aaaaaaaaaaaaaaaaaaaaaaaaaaaaaaa', 'weak'],
  ['121212121212121212121212', 'weak'],
  ['two plain words', 'fair'],
  ['four quiet words here', 'strong'],
  ['قهوة جسر نافذة مطر كتاب', 'strong'],
])('“%s” is %s', (passphrase, strength) => expect(strengthOf(passphrase)).toBe(strength))
