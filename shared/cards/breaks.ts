const SPACE = /\s/u
const LETTER = /[\p{L}\p{N}]/u
const MARK = /\p{M}/u
// Written without spaces: a line may end after any letter of the first, and after words of the second.
const CJK = /[\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}ー]/u
const UNSPACED = /[\p{Script=Thai}\p{Script=Lao}\p{Script=Khmer}\p{Script=Myanmar}]/u
// Signs that may not begin a line, may not end one, and after which a word may go on in the next.
const CLOSING = /[、。，．：；？！）」』】〉》〕］｝’”…,.:;?!)\]}»]/u
const OPENING = /[（「『【〈《〔［｛‘“([{«]/u
const HYPHEN = /[-‐–—/]/u

/** What most paragraphs are made of: words with spaces between them. */
const SPACED_WORDS = /^[\p{Script=Latin}\p{Script=Arabic}\p{N}\s.,;:!?'"()؟،؛]*$/u

let words: Intl.Segmenter | undefined
let letters: Intl.Segmenter | undefined

/** A paragraph in pieces between which a line may end; spaces belong to the piece before them. */
export function piecesOf(paragraph: string): readonly string[] {
  if (SPACED_WORDS.test(paragraph)) return paragraph.match(/\S+\s*|\s+/gu) ?? []
  const pieces: string[] = []
  let piece = ''
  let before = ''
  let last = ''
  for (const sign of paragraph) {
    if (last !== '' && mayBreak(before, last, sign)) {
      pieces.push(piece)
      piece = ''
    }
    piece += sign
    before = last
    last = sign
  }
  if (piece !== '') pieces.push(piece)
  return UNSPACED.test(paragraph) ? pieces.flatMap(wordsOf) : pieces
}

function mayBreak(before: string, last: string, next: string): boolean {
  if (SPACE.test(next)) return false
  if (SPACE.test(last)) return true
  if (MARK.test(next) || CLOSING.test(next) || OPENING.test(last)) return false
  if (CJK.test(last) || CJK.test(next)) return true
  if (CLOSING.test(last)) return CJK.test(before)
  return HYPHEN.test(last) && LETTER.test(before) && LETTER.test(next)
}

function wordsOf(piece: string): string[] {
  if (!UNSPACED.test(piece)) return [piece]
  words ??= new Intl.Segmenter('th', { granularity: 'word' })
  const found: string[] = []
  for (const { segment, isWordLike } of words.segment(piece)) {
    if (isWordLike || found.length === 0) found.push(segment)
    else found.push(`${found.pop() ?? ''}${segment}`)
  }
  return found
}

/** The letters of a word as people see them: an emoji made of several signs is one. */
export function lettersOf(word: string): string[] {
  letters ??= new Intl.Segmenter(undefined, { granularity: 'grapheme' })
  return Array.from(letters.segment(word), ({ segment }) => segment)
}
