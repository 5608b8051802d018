import { bringRareLetters, hasRareLetters, RARE_FAMILIES } from './rareLetters'

/**
 * The faces that the rare letters of `text` need, as CSS that holds their files inside: for a document that leaves
 * the app and may be read where there are none. Empty when it has no such letters.
 */
export async function carriedLetters(text: string): Promise<string> {
  const letters = new Set(Array.from(text).filter(hasRareLetters))
  if (letters.size === 0) return ''
  await bringRareLetters()
  let codes = Array.from(letters, (letter) => letter.codePointAt(0) ?? 0)
  const rules: Promise<string>[] = []
  for (const family of RARE_FAMILIES) {
    const holding = rulesOf(family).filter(({ ranges }) => codes.some((code) => isIn(ranges, code)))
    rules.push(...holding.map(withItsFile))
    codes = codes.filter((code) => !holding.some(({ ranges }) => isIn(ranges, code)))
  }
  return (await Promise.all(rules)).join('\n')
}

interface Rule {
  readonly family: string
  readonly weight: string
  /** Where its file is. */
  readonly url: string
  readonly range: string
  readonly ranges: readonly (readonly [number, number])[]
}

function rulesOf(family: string): Rule[] {
  const rules: Rule[] = []
  for (const sheet of document.styleSheets)
    for (const rule of sheet.cssRules) {
      if (!(rule instanceof CSSFontFaceRule)) continue
      const said = (name: string) => rule.style.getPropertyValue(name)
      if (said('font-family').replaceAll('"', '') !== family) continue
      const path = /url\("?([^")]+)"?\)/.exec(said('src'))?.[1]
      if (path === undefined) continue
      const range = said('unicode-range')
      const url = new URL(path, sheet.href ?? document.baseURI).href
      rules.push({ family, weight: said('font-weight') || '400', url, range, ranges: rangesOf(range) })
    }
  return rules
}

const rangesOf = (range: string): Rule['ranges'] =>
  Array.from(range.matchAll(/U\+([0-9a-f]+)(?:-([0-9a-f]+))?/gi), ([, from = '', to = from]) => [
    Number.parseInt(from, 16),
    Number.parseInt(to, 16),
  ])

const isIn = (ranges: Rule['ranges'], code: number): boolean =>
  ranges.some(([from, to]) => code >= from && code <= to)

/** A face whose file cannot be had is left out: the reader's machine may have one. */
async function withItsFile({ family, weight, url, range }: Rule): Promise<string> {
  const answer = await fetch(url).catch(() => null)
  if (!answer?.ok) return ''
  const bytes = new Uint8Array(await answer.arrayBuffer())
  let binary = ''
  for (const byte of bytes) binary += String.fromCharCode(byte)
  return `@font-face{font-family:"${family}";font-weight:${weight};src:url(data:font/woff2;base64,${btoa(binary)}) format("woff2");unicode-range:${range}}`
}
