/** Takes people's names out of text. */
export interface Redactor {
  /** The text with every known name replaced by its stand-in, in square brackets. */
  (text: string): string
  /** How many names were replaced since the redactor was made. */
  replaced(): number
}

export interface KnownName {
  readonly name: string
  /** What a report calls this person, such as “a mother of two”. */
  readonly standIn: string
  /** Found only whole: it is made of words that everybody uses. */
  readonly isWhole?: boolean
}

// Signs that may stand inside a word without changing who is meant: harakat, tatweel, joiners, direction
// marks and combining accents.
const SILENT =
  '[\\u0300-\\u036F\\u0610-\\u061A\\u0640\\u064B-\\u065F\\u0670\\u200B-\\u200F\\u2060\\u2066-\\u2069\\u00AD]*'
// Letters that writers of Arabic, Urdu and Persian use for one another.
const ALIKE = ['اأإآٱ', 'ىيئیے', 'ةهہھە', 'كک', 'وؤ']
// Scripts that put no space between words.
const JOINED =
  /[\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}\p{Script=Thai}\p{Script=Lao}\p{Script=Khmer}\p{Script=Myanmar}]/u
const NEVER = '(?!)'
// Words inside names that name nobody: someone who joins as “The Council” would empty the report of its articles.
// Only such as are nobody's name: “An”, “Le” and “على” stay out, for they are.
const PARTICLES = new Set(
  ['the and of for from in at on by to our mr mrs ms dr bin ibn', 'بن ابن من في'].flatMap((words) =>
    words.split(' '),
  ),
)
// One-letter words that Arabic writes together with the next: and, so, for, by, like, and the call “O”.
const ATTACHED = '(?:[وفلبك]{1,2}|يا)?'

/**
 * Makes a redactor for these names. A full name and, unless it is to be whole, each of its parts of at
 * least two letters are found as whole words in any script, whatever the case, accents, vowel signs or
 * spelling of alike Arabic letters. Rather one word too many than one person too many: a name that is also
 * a word is replaced; only an article or the like, inside a longer name, is left alone.
 */
export function makeRedactor(names: readonly KnownName[]): Redactor {
  const standIns = new Map<string, string>()
  for (const { name, standIn, isWhole } of names) {
    const parts = isWhole
      ? []
      : name.split(/[\s.,'’-]+/u).filter((part) => !PARTICLES.has(part.toLowerCase()))
    for (const part of [name.trim(), ...parts]) {
      const key = folded(part)
      if ([...key].length >= 2 && /\p{L}/u.test(key) && !standIns.has(key)) standIns.set(key, standIn)
    }
  }
  let count = 0
  if (standIns.size === 0) return Object.assign((text: string) => text, { replaced: () => 0 })
  // Longest first, so that a full name is one replacement and not two.
  const keys = [...standIns.keys()].sort((a, b) => b.length - a.length)
  const apart = keys.filter((key) => !JOINED.test(key)).map(patternOf)
  const joined = keys.filter((key) => JOINED.test(key)).map(patternOf)
  const found = new RegExp(
    [
      `(?<![\\p{L}\\p{N}\\p{M}])(?<attached>${ATTACHED})(?<apart>${apart.join('|') || NEVER})(?![\\p{L}\\p{N}\\p{M}])`,
      `(?<joined>${joined.join('|') || NEVER})`,
    ].join('|'),
    'giu',
  )
  const replace = (text: string) =>
    text.normalize('NFD').replace(found, (...found: unknown[]) => {
      const { attached, apart, joined } = found.at(-1) as Readonly<Record<string, string | undefined>>
      count++
      return `${attached ?? ''}[${standIns.get(folded(apart ?? joined ?? '')) ?? ''}]`
    })
  return Object.assign((text: string) => replace(text).normalize('NFC'), { replaced: () => count })
}

function folded(name: string): string {
  const bare = name.normalize('NFD').replace(new RegExp(SILENT, 'gu'), '').toLowerCase()
  return [...bare].map((letter) => ALIKE.find((group) => group.includes(letter))?.[0] ?? letter).join('')
}

function patternOf(name: string): string {
  return [...name]
    .map((letter) => {
      if (/\s/u.test(letter)) return '[\\s\\u00A0]+'
      const group = ALIKE.find((letters) => letters.includes(letter))
      return (group ? `[${group}]` : letter.replace(/[\\^$.*+?()[\]{}|/]/g, '\\$&')) + SILENT
    })
    .join('')
}
