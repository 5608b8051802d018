import type { Paragraph } from '#shared/board/actions/stories'
import { failed, type Result, success } from '#shared/failure'
import { readStoryText } from '#shared/templates/storyText'
import { decodeText } from './decodeText'
import { readDocx } from './importDocx'

/** Bytes of a file that is read at all. */
export const MOST_BYTES = 32 * 1024 * 1024
/** UTF-8 bytes of a story: it travels to the others in one message of at most 8 MiB. */
const MOST_WORDS = 7 * 1024 * 1024
/** UTF-16 units; a longer paragraph is parted at a sentence, because nobody can read or point into it. */
const LONGEST_PARAGRAPH = 6000

export interface ImportedStory {
  readonly title: string
  /** A language tag guessed from the letters. */
  readonly language: string
  readonly paragraphs: readonly Paragraph[]
  /** The encoding was a guess: somebody should look at the letters. */
  readonly isGuess: boolean
}

/** Reads a story from a file: by what is in it, not by what its name claims. */
export async function importStory(name: string, bytes: Uint8Array): Promise<Result<ImportedStory>> {
  if (bytes.length === 0) return failed('emptyFile')
  if (bytes.length > MOST_BYTES) return failed('tooLarge')
  if (beginsWith(bytes, '%PDF') || beginsWith(bytes, '\xD0\xCF\x11\xE0') || beginsWith(bytes, '{\\rtf'))
    return failed('notADocument')
  if (beginsWith(bytes, 'PK')) {
    const document = await readDocx(bytes)
    return document.ok ? storyOf(name, document.value, false) : document
  }
  if (/\.docx$/i.test(name)) return failed('notADocument')
  const decoded = decodeText(bytes)
  if (!decoded.ok) return decoded
  return storyOf(name, paragraphsOfText(decoded.value.text), decoded.value.isGuess)
}

/** A transcript without blank lines has one paragraph a line. */
function paragraphsOfText(text: string): Paragraph[] {
  const lines = text.replace(/\r\n?/g, '\n')
  const hasBlankLines = /\S[^\S\n]*\n[^\S\n]*\n\s*\S/.test(lines)
  return readStoryText(hasBlankLines ? lines : lines.replace(/\n/g, '\n\n'))
}

function storyOf(name: string, found: readonly Paragraph[], isGuess: boolean): Result<ImportedStory> {
  const paragraphs = found.flatMap(parted)
  if (!paragraphs.some(({ text }) => /[\p{L}\p{N}]/u.test(text))) return failed('emptyDocument')
  const words = paragraphs.map(({ text }) => text).join('\n')
  if (new TextEncoder().encode(words).length > MOST_WORDS) return failed('tooLarge')
  const [first] = paragraphs
  const named = first && first.heading > 0 ? first.text : name.replace(/^.*[\\/]/, '').replace(/\.[^.]*$/, '')
  return success({
    title: named.trim().slice(0, 200) || name,
    language: guessLanguage(words),
    paragraphs,
    isGuess,
  })
}

function parted(paragraph: Paragraph): Paragraph[] {
  const parts: Paragraph[] = []
  let rest = paragraph.text
  while (rest.length > LONGEST_PARAGRAPH) {
    const start = rest.slice(0, LONGEST_PARAGRAPH)
    const sentence = Math.max(...['. ', '? ', '! ', '؟ ', '۔ ', '。'].map((end) => start.lastIndexOf(end)))
    const space = start.lastIndexOf(' ')
    let cut = sentence > LONGEST_PARAGRAPH / 2 ? sentence + 1 : space > 0 ? space : LONGEST_PARAGRAPH
    // Half a surrogate pair cannot be sent to anybody.
    if (/[\uD800-\uDBFF]/.test(rest[cut - 1] ?? '')) cut--
    parts.push({ heading: paragraph.heading, text: rest.slice(0, cut).trim() })
    rest = rest.slice(cut).trim()
  }
  return [...parts, { heading: paragraph.heading, text: rest }].filter(({ text }) => text !== '')
}

/** The language that the letters suggest; Latin letters say nothing, so they count as English. */
export function guessLanguage(text: string): string {
  const sample = text.slice(0, 4000)
  const count = (letters: RegExp) => sample.match(letters)?.length ?? 0
  const arabic = count(/\p{Script=Arabic}/gu)
  if (arabic > count(/\p{Script=Latin}/gu)) {
    if (count(/[ٹڈڑںےۓہھ]/gu) > arabic / 50) return 'ur'
    return count(/[پچژگکی]/gu) > arabic / 20 ? 'fa' : 'ar'
  }
  const scripts = [
    ['pa', /\p{Script=Gurmukhi}/gu],
    ['bn', /\p{Script=Bengali}/gu],
    ['gu', /\p{Script=Gujarati}/gu],
    ['hi', /\p{Script=Devanagari}/gu],
    ['zh', /\p{Script=Han}/gu],
    ['ti', /\p{Script=Ethiopic}/gu],
    ['ru', /\p{Script=Cyrillic}/gu],
    ['el', /\p{Script=Greek}/gu],
  ] as const
  return scripts.find(([, letters]) => count(letters) > sample.length / 4)?.[0] ?? 'en'
}

function beginsWith(bytes: Uint8Array, start: string): boolean {
  for (let at = 0; at < start.length; at++) if (bytes[at] !== start.charCodeAt(at)) return false
  return true
}
