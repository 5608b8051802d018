import type { Direction } from './brush'

const RIGHT_TO_LEFT =
  /[\p{Script=Arabic}\p{Script=Hebrew}\p{Script=Syriac}\p{Script=Thaana}\p{Script=Nko}\p{Script=Adlam}]/u

/** The direction of a paragraph by its first strong character; `otherwise` when it has none. */
export function textDirection(paragraph: string, otherwise: Direction = 'ltr'): Direction {
  const strong = /\p{L}/u.exec(paragraph)?.[0]
  if (strong === undefined) return otherwise
  return RIGHT_TO_LEFT.test(strong) ? 'rtl' : 'ltr'
}

// Letters that Urdu has and Arabic, Persian and Pashto have not.
const URDU = /[ٹڈڑںےۓہۂۃھ]/u

// Letters that Arabic writes otherwise than Urdu does.
const ARABIC = /[يكةىإأ]/u
const SHARED = /\p{Script=Arabic}/u

/**
 * Whether a paragraph of a text is written in Urdu, which is set in Nastaliq. A short one may have none of its
 * letters: it is taken for Urdu when the rest of the text is, and nothing in it is Arabic alone.
 */
export const isUrdu = (paragraph: string, text: string): boolean =>
  URDU.test(paragraph) || (SHARED.test(paragraph) && !ARABIC.test(paragraph) && URDU.test(text))
