/** True when bytes hold these words as UTF-8 or as UTF-16 of either order. */
export function holdsWords(bytes: Uint8Array, words: string): boolean {
  const all = Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength)
  const wide = Buffer.from(words, 'utf16le')
  return [Buffer.from(words, 'utf8'), wide, Buffer.from(wide).swap16()].some((wanted) => all.includes(wanted))
}
