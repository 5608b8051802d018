import { directionOf } from '#shared/language'

const RIGHT_TO_LEFT = /[\p{Script=Arabic}\p{Script=Hebrew}\p{Script=Syriac}\p{Script=Thaana}]/u
// Letters that Urdu writes and Arabic does not.
const URDU = /[ٹڈڑںےہھگپچژک]/u

/**
 * The language tag and direction for a piece of text inside a document in `language`. Told by the script
 * of its first letter: good enough for a screen reader to switch voices, not a claim about dialect.
 */
export function textLanguage(
  text: string,
  language: string,
): { readonly language: string; readonly direction: 'ltr' | 'rtl' } {
  const letter = /\p{L}/u.exec(text)?.[0]
  const page = directionOf(language)
  if (letter === undefined) return { language, direction: page }
  if (RIGHT_TO_LEFT.test(letter)) {
    if (page === 'rtl') return { language, direction: 'rtl' }
    return { language: URDU.test(text) ? 'ur' : 'ar', direction: 'rtl' }
  }
  return page === 'rtl' ? { language: 'en', direction: 'ltr' } : { language, direction: 'ltr' }
}
