import { failed, type Result, success } from '#shared/failure'

export interface DecodedText {
  readonly text: string
  /** The file did not say how its letters are written, so somebody should look at the result. */
  readonly isGuess: boolean
}

/**
 * Reads the bytes of a text file: UTF-8, UTF-16 with its mark, else an older Windows encoding as a guess.
 * `emptyFile` for no bytes, `wrongEncoding` for what cannot be text.
 */
export function decodeText(bytes: Uint8Array): Result<DecodedText> {
  if (bytes.length === 0) return failed('emptyFile')
  const marked = markedEncoding(bytes)
  if (marked !== null) return read(bytes, marked, false)
  const utf8 = read(bytes, 'utf-8', false)
  if (utf8.ok || bytes.includes(0)) return utf8
  return read(bytes, windowsEncoding(bytes), true)
}

function markedEncoding(bytes: Uint8Array): string | null {
  if (bytes[0] === 0xff && bytes[1] === 0xfe) return 'utf-16le'
  if (bytes[0] === 0xfe && bytes[1] === 0xff) return 'utf-16be'
  return null
}

// In Arabic nearly every letter is a high byte; in western languages few are.
function windowsEncoding(bytes: Uint8Array): string {
  let high = 0
  let letters = 0
  for (const byte of bytes) {
    if (byte >= 0xc0) high++
    if (byte >= 0xc0 || (byte >= 0x41 && byte <= 0x7a)) letters++
  }
  return high > letters / 2 ? 'windows-1256' : 'windows-1252'
}

function read(bytes: Uint8Array, encoding: string, isGuess: boolean): Result<DecodedText> {
  try {
    const text = new TextDecoder(encoding, { fatal: true }).decode(bytes)
    return looksBinary(text) ? failed('wrongEncoding', encoding) : success({ text, isGuess })
  } catch {
    return failed('wrongEncoding', encoding)
  }
}

// Text has line ends, tabs and page breaks, and hardly any other control signs.
function looksBinary(text: string): boolean {
  let strange = 0
  for (let at = 0; at < text.length; at++) {
    const unit = text.charCodeAt(at)
    if (unit === 0) return true
    if ((unit < 0x20 && (unit < 0x09 || unit > 0x0d)) || (unit >= 0x7f && unit < 0xa0 && unit !== 0x85))
      strange++
  }
  return strange > 4 + text.length / 500
}
