const ALPHABET = '0123456789abcdefghijklmnopqrstuvwxyz'

declare const crypto: { getRandomValues(array: Uint8Array): Uint8Array }

/**
 * Makes a random id of 16 characters from a-z and 0-9 (about 82 bits). `crypto.randomUUID` is absent on
 * plain HTTP pages, where browser guests live; `getRandomValues` is not.
 */
export function newId(): string {
  let id = ''
  while (id.length < 16) {
    for (const byte of crypto.getRandomValues(new Uint8Array(24))) {
      // Bytes from 252 up would favour the first letters.
      if (byte < 252 && id.length < 16) id += ALPHABET[byte % 36]
    }
  }
  return id
}
