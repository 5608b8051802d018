const LIST = /^\s*(?:[•◦▪*‣–-]|[\d\u0660-\u0669\u06f0-\u06f9]{1,3}[.)])\s+/u
const FIGURES = /[\d\u0660-\u0669\u06f0-\u06f9]+/u
const ZEROS = [0x30, 0x660, 0x6f0] as const

/** What a line of a list begins with, such as `• ` or `2. `; empty in other lines. */
export const listMark = (paragraph: string): string => LIST.exec(paragraph)?.[0] ?? ''

/** The number in the mark of a list; null where it has none. */
export function numberIn(mark: string): number | null {
  const figures = FIGURES.exec(mark)?.[0]
  if (figures === undefined) return null
  const zero = zeroOf(figures)
  return [...figures].reduce((sum, each) => sum * 10 + ((each.codePointAt(0) ?? zero) - zero), 0)
}

/** The mark with another number, in the figures that it was written in. */
export function withNumber(mark: string, value: number): string {
  return mark.replace(FIGURES, (figures) => {
    const zero = zeroOf(figures)
    return [...String(value)].map((figure) => String.fromCodePoint(zero + Number(figure))).join('')
  })
}

function zeroOf(figures: string): number {
  const code = figures.codePointAt(0) ?? 0
  return ZEROS.findLast((zero) => code >= zero) ?? ZEROS[0]
}

/**
 * Says which mark each paragraph of a text shows, one after the other: the items of a list that begins with 1 count
 * on, whatever was written, so that one taken out or moved leaves no gap. Other numbers, such as dates, stay.
 */
export function createCounting(): (paragraph: string) => string {
  const counts = new Map<number, number>()
  return (paragraph) => {
    const mark = listMark(paragraph)
    const indent = mark.length - mark.trimStart().length
    // What stands further in ends with the item that it belongs to, everything with a line of no list.
    for (const each of [...counts.keys()]) if (mark === '' || each > indent) counts.delete(each)
    const written = numberIn(mark)
    if (written === null) {
      counts.delete(indent)
      return mark
    }
    const before = counts.get(indent)
    if (before === undefined && written !== 1) return mark
    counts.set(indent, (before ?? 0) + 1)
    return withNumber(mark, (before ?? 0) + 1)
  }
}
