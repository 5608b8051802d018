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

/** Whether a paragraph is written in Urdu, which is set in Nastaliq. */
export const isUrdu = (paragraph: string): boolean => URDU.test(paragraph)
