import type { Figure } from '../benchmark'

/** What a figure may be at most; `says` is how the table writes it. */
export interface Limit {
  readonly most: number
  readonly says: string
}

const WIDTH = 11

/**
 * The figures of the two pages as one table: a row for what was measured, a column for each number of cards, the bare
 * page's at `beside` cards, and the limit that holds there with whether it is kept.
 */
export function sideBySide(
  figures: readonly Figure[],
  beside: number,
  limitOf: (name: string, bare: number | undefined) => Limit | undefined,
): string {
  const value = (page: string, name: string, n: number) =>
    figures.find((figure) => figure.name === `${page}: ${name}` && figure.n === n)?.value
  const own = figures.filter(({ name }) => name.startsWith('wall: '))
  const names = [...new Set(own.map(({ name }) => name.slice('wall: '.length)))]
  const sizes = [...new Set(own.map(({ n }) => n))].sort((a, b) => a - b)
  const rows = names.map((name) => {
    const bare = value('bare', name, beside)
    const limit = limitOf(name, bare)
    const here = value('wall', name, beside)
    const isKept = limit === undefined || here === undefined || here <= limit.most
    return [
      name.padEnd(36),
      ...sizes.map((n) => shown(value('wall', name, n))),
      shown(bare),
      limit ? `  ${limit.says}${isKept ? '' : '  OVER'}` : '',
    ].join('')
  })
  const head = [
    `wall, by cards${' '.repeat(22)}`,
    ...sizes.map((n) => n.toLocaleString('en-GB').padStart(WIDTH)),
    `bare ${beside.toLocaleString('en-GB')}`.padStart(WIDTH),
    `  limit at ${beside.toLocaleString('en-GB')}`,
  ].join('')
  return ['', head, ...rows].join('\n')
}

const shown = (value: number | undefined): string =>
  (value === undefined ? '–' : value >= 1000 ? String(Math.round(value)) : value.toPrecision(3)).padStart(
    WIDTH,
  )
