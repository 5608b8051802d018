/** What a person types: the link without the code, which they type apart. */
export function withoutCode(url: string): string {
  return url.replace(/#.*$/, '').replace(/\/$/, '')
}

/** Six letters are easier to carry over to a phone in two halves. */
export function inHalves(code: string): string {
  return code.length === 6 ? `${code.slice(0, 3)} ${code.slice(3)}` : code
}
