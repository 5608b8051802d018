/**
 * What people leave out when they search, as ranges of code points: accents, Hebrew points, Arabic vowel
 * signs; then tatweel, joiners, direction marks and variation selectors, which nobody sees. Signs that are
 * vowels in their own right, as in Devanagari, are letters and stay.
 */
const LEFT_OUT: readonly (readonly [from: number, to: number])[] = [
  [0xad, 0xad],
  [0x300, 0x36f],
  [0x591, 0x5bd],
  [0x5bf, 0x5bf],
  [0x5c1, 0x5c2],
  [0x5c4, 0x5c5],
  [0x5c7, 0x5c7],
  [0x610, 0x61a],
  [0x61c, 0x61c],
  [0x640, 0x640],
  [0x64b, 0x65f],
  [0x670, 0x670],
  [0x6d6, 0x6dc],
  [0x6df, 0x6e4],
  [0x6e7, 0x6e8],
  [0x6ea, 0x6ed],
  [0x711, 0x711],
  [0x730, 0x74a],
  [0x8d3, 0x8ff],
  [0x180e, 0x180e],
  [0x1ab0, 0x1aff],
  [0x1dc0, 0x1dff],
  [0x200b, 0x200f],
  [0x202a, 0x202e],
  [0x2060, 0x2064],
  [0x2066, 0x2069],
  [0x20d0, 0x20ff],
  [0xfe00, 0xfe0f],
  [0xfe20, 0xfe2f],
  [0xfeff, 0xfeff],
]

/** Letters that are written one way or the other, and that no normal form brings together. */
const SAME: Readonly<Record<string, string>> = {
  ٱ: 'ا',
  ى: 'ي',
  ی: 'ي',
  ې: 'ي',
  ے: 'ي',
  ة: 'ه',
  ہ: 'ه',
  ھ: 'ه',
  ە: 'ه',
  ک: 'ك',
  ß: 'ss',
  æ: 'ae',
  œ: 'oe',
  ø: 'o',
  đ: 'd',
  ð: 'd',
  ł: 'l',
  ħ: 'h',
  ı: 'i',
  þ: 'th',
  ς: 'σ',
  ё: 'е',
  '’': "'",
  '‘': "'",
  ʼ: "'",
  '“': '"',
  '”': '"',
  '«': '"',
  '»': '"',
  '‐': '-',
  '‑': '-',
  '–': '-',
  '—': '-',
}

const SPACE = /\s/
const DIGIT = /[\u0660-\u0669\u06f0-\u06f9]/

/**
 * A text as it is compared in a search: one case, without accents and vowel signs, with the letters of one
 * sound that are often confused (أ ا, ى ي, ة ه) written alike, and with single spaces.
 */
export function fold(text: string): string {
  let folded = ''
  for (const piece of pieces(text)) folded += piece.folded
  return folded
}

/** Where the folded range `from`–`to` stands in the text it was folded from, in UTF-16 units. */
export function unfoldedRange(text: string, from: number, to: number): readonly [start: number, end: number] {
  let at = 0
  let start: number | undefined
  let end = text.length
  for (const piece of pieces(text)) {
    const next = at + piece.folded.length
    if (start === undefined && next > from) start = piece.at
    if (next >= to && piece.folded !== '') {
      end = piece.at + piece.length
      break
    }
    at = next
  }
  const first = start ?? text.length
  return [first, Math.max(first, withMarks(text, end))]
}

/** The end of the letter that ends at `end`: the marks after it belong to it. */
function withMarks(text: string, end: number): number {
  let last = end
  while (last < text.length && fold(text[last] ?? '') === '' && !SPACE.test(text[last] ?? '')) last++
  return last
}

interface Piece {
  readonly at: number
  readonly length: number
  readonly folded: string
}

function* pieces(text: string): Generator<Piece> {
  let at = 0
  let wasSpace = true
  for (const character of text) {
    const isSpace = SPACE.test(character)
    const folded = isSpace ? (wasSpace ? '' : ' ') : foldCharacter(character)
    // A mark between two spaces must not make two of them.
    if (isSpace || folded !== '') wasSpace = isSpace
    yield { at, length: character.length, folded }
    at += character.length
  }
}

/** Characters whose folded form is remembered: more than any book uses. */
const MOST_KNOWN = 20_000
const known = new Map<string, string>()

function foldCharacter(character: string): string {
  const before = known.get(character)
  if (before !== undefined) return before
  const plain = character.normalize('NFKD').toLowerCase().normalize('NFKD')
  const folded = [...plain]
    .filter((letter) => !isLeftOut(letter.codePointAt(0) ?? 0))
    .map((letter) => SAME[letter] ?? letter.replace(DIGIT, digitOf))
    .join('')
  if (known.size < MOST_KNOWN) known.set(character, folded)
  return folded
}

const isLeftOut = (point: number): boolean => LEFT_OUT.some(([from, to]) => point >= from && point <= to)

/** Arabic digits end in the digit they stand for. */
const digitOf = (digit: string): string => String(digit.charCodeAt(0) % 16)
