import { failed, type Result, success } from '../failure'
import { MAX_NAME } from './protocol'

// Direction overrides can make one name look like another; the rest is invisible.
const UNSEEN = /[\p{Cc}\p{Cs}\u200b\u200e\u200f\u2028-\u202e\u2060-\u2069\ufeff]/gu

/**
 * A name as others will see it: no control or direction characters, no space around it. Empty stays empty
 * (anonymous); only spaces, or more than `MAX_NAME` UTF-16 units, is `badName`: a name is never cut.
 */
export function cleanName(typed: string): Result<string> {
  if (typed === '') return success('')
  if (typed.length > MAX_NAME * 10) return failed('badName')
  const name = typed.replace(/\s+/gu, ' ').replace(UNSEEN, '').trim().normalize('NFC')
  if (!/[^\s\u200c\u200d]/u.test(name) || name.length > MAX_NAME) return failed('badName')
  return success(name)
}
