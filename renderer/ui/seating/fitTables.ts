/** How names may be broken, and their heights that are tried then, as shares of the window's in percent. */
const TRIES = [
  { names: 'whole', heights: [5, 4.4, 3.8, 3.4, 3] },
  { names: 'words', heights: [3.4, 3] },
  // Smaller than the back row can read: only so that many long names are not cut off.
  { names: 'anywhere', heights: [3, 2.6, 2.2, 1.8] },
] as const

/** Tables beside each other that are tried: in more, few names would have room. */
const MOST_COLUMNS = 8

/** Numbers of columns for so many tables that make full rows, the widest columns first. */
function columnsFor(tables: number): number[] {
  const inRows = Array.from({ length: tables }, (_, at) => Math.ceil(tables / (at + 1)))
  return [...new Set(inRows)].filter((columns) => columns <= MOST_COLUMNS).reverse()
}

/**
 * Sets letters and columns of the tables on the big screen, where nobody can scroll, so that all of them are in sight:
 * every name on a line of its own if there is room, and then as large as fits.
 */
export function fitTables(screen: HTMLElement, tables: number): void {
  const columns = columnsFor(tables)
  for (const { names, heights } of TRIES) {
    screen.dataset.names = names
    // Names that are broken are read best in wide columns, whole ones in large letters.
    const tries =
      names === 'words'
        ? columns.flatMap((count) => heights.map((height) => [height, count]))
        : heights.flatMap((height) => columns.map((count) => [height, count]))
    for (const [height, count] of tries) {
      screen.style.setProperty('--letters', `${height}vh`)
      screen.style.setProperty('--columns', `${count}`)
      if (isInSight(screen)) return
    }
  }
}

function isInSight(screen: HTMLElement): boolean {
  return (
    screen.scrollHeight <= screen.clientHeight &&
    [...screen.querySelectorAll('li')].every((line) => line.scrollWidth <= line.clientWidth)
  )
}
