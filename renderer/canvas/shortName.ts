const LONGEST = 24

/** A name for a small label: cut where it is long, and the cut at its end in whichever direction it is written. */
export function shortName(name: string): string {
  const letters = [...name]
  const short = letters.length > LONGEST ? `${letters.slice(0, LONGEST - 1).join('')}…` : name
  // Kept apart: in the line of another direction the dots would stand before the first word.
  return `\u2068${short}\u2069`
}
