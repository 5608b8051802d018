/** UTF-8 bytes; file systems stop at 255, and a lock or backup beside the file adds to its name. */
const LONGEST = 120
const RESERVED = /^(con|prn|aux|nul|com\d|lpt\d)$/i

/** A file name from what a person wrote, safe on Windows, macOS and Linux, without an extension. */
export function safeFileName(title: string, fallback: string): string {
  const cleaned = title
    .normalize('NFC')
    // Control characters, direction overrides and lone surrogates hide or garble what a name says.
    .replace(/[\p{Cc}\p{Cs}\u200e\u200f\u202a-\u202e\u2066-\u2069]/gu, ' ')
    .replace(/[<>:"/\\|?*]/g, ' ')
    .replace(/\s+/g, ' ')
  const trimmed = trimEnds(shorten(trimEnds(cleaned)))
  return trimmed === '' || RESERVED.test(trimmed.split('.')[0] ?? '') ? fallback : trimmed
}

/** The first of "name.ext", "name 2.ext", "name 3.ext" … that `isTaken` does not know. */
export function unusedName(name: string, extension: string, isTaken: (fileName: string) => boolean): string {
  let candidate = `${name}.${extension}`
  for (let n = 2; isTaken(candidate); n += 1) candidate = `${name} ${n}.${extension}`
  return candidate
}

function trimEnds(name: string): string {
  return name.replace(/^[\s.]+|[\s.]+$/g, '')
}

function shorten(name: string): string {
  let short = ''
  for (const character of name) {
    if (Buffer.byteLength(short + character) > LONGEST) break
    short += character
  }
  return short
}
